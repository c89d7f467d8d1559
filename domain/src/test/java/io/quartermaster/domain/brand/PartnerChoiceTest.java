package io.quartermaster.domain.brand;

import static io.quartermaster.domain.brand.Partners.NONE;
import static io.quartermaster.domain.brand.Partners.RULES;
import static io.quartermaster.domain.brand.Partners.brand;
import static io.quartermaster.domain.brand.Partners.candidate;
import static io.quartermaster.domain.brand.Partners.choice;
import static io.quartermaster.domain.brand.Partners.in;
import static io.quartermaster.domain.brand.Partners.item;
import static io.quartermaster.domain.brand.Partners.judged;
import static io.quartermaster.domain.brand.Partners.limits;
import static io.quartermaster.domain.brand.Partners.noTrials;
import static io.quartermaster.domain.brand.Partners.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.PartnerDecision.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerChoiceTest {

    /** Budget 100; A brings 60 for 60, B 50 for 50, C 45 for 45: B and C, 95 of the 100. */
    @Test
    void takesWhatFitsTheBudgetBestAndSaysWhatTheOtherLacks() {
        List<PartnerCandidate> candidates =
                List.of(brand("A", 60, 60), brand("B", 50, 50), brand("C", 45, 45));

        PartnerChoice choice = choice(candidates, limits(100, Map.of()), noTrials());

        assertThat(choice.value()).isCloseTo(95, within(1e-9));
        assertThat(choice.bound()).isCloseTo(95, within(1e-9));
        assertThat(verdicts(choice))
                .containsExactly(Verdict.WAIT, Verdict.ONBOARD, Verdict.ONBOARD);
        PartnerDecision waits = choice.decisions().get(0);
        assertThat(waits.limit()).isEqualTo("budget");
        assertThat(waits.needed()).isCloseTo(55, within(1e-9));
        assertThat(waits.difference()).isCloseTo(95 - 60, within(1e-9));
        assertThat(waits.reason())
                .isEqualTo(
                        "It would be onboarded if this gave: budget by 55.00. Taken all the same, it would cost 35.00 of value.");
        PartnerDecision taken = choice.decisions().get(1);
        assertThat(taken.items()).containsExactly("B1");
        assertThat(taken.difference()).isCloseTo(95 - 60, within(1e-9));
        assertThat(taken.reason())
                .isEqualTo(
                        "Onboard with 1 of 1 items: expected value 50.00 for 50.00; without it the whole is worth 35.00 less.");
        assertThat(choice.limits()).containsExactly(new PartnerChoice.LimitUse("budget", 95, 100));
    }

    @Test
    void declinesBelowTheThresholdsAndTriesBetweenThem() {
        List<PartnerCandidate> candidates =
                List.of(
                        judged("good", 0.9, 0.1),
                        judged("middling", 0.4, 0.1),
                        judged("poor", 0.2, 0.1),
                        judged("risky", 0.9, 0.5),
                        judged("reckless", 0.9, 0.8));

        PartnerChoice choice = choice(candidates, limits(NONE, Map.of()), RULES);

        assertThat(verdicts(choice))
                .containsExactly(
                        Verdict.ONBOARD,
                        Verdict.TRIAL,
                        Verdict.DECLINE,
                        Verdict.TRIAL,
                        Verdict.DECLINE);
        assertThat(choice.decisions().stream().map(PartnerDecision::limit))
                .containsExactly(
                        "", "least score", "least trial score", "most risk", "most trial risk");
        assertThat(choice.decisions().get(1).needed()).isCloseTo(0.1, within(1e-9));
        assertThat(choice.decisions().get(2).reason())
                .isEqualTo("Its score 0.200 is below the least of a trial, 0.300.");
        assertThat(choice.decisions().get(3).reason())
                .endsWith("Its risk 0.500 is above the most of onboarding, 0.400.");
    }

    @Test
    void declinesWhatIsWorthNothing() {
        PartnerChoice choice = choice(List.of(brand("A", -5, 10)), limits(NONE, Map.of()), RULES);

        assertThat(verdicts(choice)).containsExactly(Verdict.DECLINE);
        assertThat(choice.decisions().get(0).limit()).isEqualTo("expected value");
        assertThat(choice.decisions().get(0).needed()).isCloseTo(3.5, within(1e-9));
        assertThat(choice.value()).isZero();
    }

    /** The most valuable leave category shoes empty; the least of it brings in the dear brand. */
    @Test
    void coversTheCategoriesThatItMust() {
        List<PartnerCandidate> candidates =
                List.of(brand("A", 60, 60), brand("B", 50, 40), in("C", "shoes", 5, 70));
        Map<String, PartnerLimits.CategoryItems> covered =
                Map.of("shoes", new PartnerLimits.CategoryItems(1, 9));

        PartnerChoice choice = choice(candidates, limits(110, covered), noTrials());

        assertThat(verdicts(choice))
                .containsExactly(Verdict.WAIT, Verdict.ONBOARD, Verdict.ONBOARD);
        assertThat(choice.limits())
                .contains(new PartnerChoice.LimitUse("least items of category shoes", 1, 1));
    }

    @Test
    void refusesALeastThatCannotBeMet() {
        Map<String, PartnerLimits.CategoryItems> covered =
                Map.of("shoes", new PartnerLimits.CategoryItems(2, 9));
        List<PartnerCandidate> candidates = List.of(brand("A", 6, 6), in("C", "shoes", 5, 7));

        assertThatThrownBy(() -> choice(candidates, limits(100, covered), RULES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The least items, 2 of (shoes), cannot be met within the limits by brands that qualify.\nMaybe lower \"least_items\" there, or raise the budget.");
    }

    @Test
    void keepsExposureAndMeanRiskWithinTheirLimits() {
        PartnerCandidate safe = candidate("A", "S", 0.9, 0.0, item("A1", 10, 50));
        PartnerCandidate risky = candidate("B", "T", 0.9, 0.4, item("B1", 90, 50));
        PartnerCandidate same = candidate("C", "S", 0.9, 0.0, item("C1", 9, 50));
        PartnerLimits limits = new PartnerLimits(NONE, NONE, NONE, 60, NONE, 0.15, Map.of());

        PartnerChoice choice = choice(List.of(safe, risky, same), limits, noTrials());

        assertThat(verdicts(choice)).containsExactly(Verdict.ONBOARD, Verdict.WAIT, Verdict.WAIT);
        assertThat(choice.decisions().get(1).limit()).isEqualTo("mean risk");
        assertThat(choice.decisions().get(1).needed()).isCloseTo(0.2 - 0.15, within(1e-9));
        assertThat(choice.decisions().get(2).limit()).isEqualTo("investment with supplier S");
        assertThat(choice.decisions().get(2).needed()).isCloseTo(40, within(1e-9));
    }

    @Test
    void refusesABrandThatStandsTwice() {
        assertThatThrownBy(
                        () ->
                                choice(
                                        List.of(brand("A", 1, 1), brand("A", 2, 2)),
                                        limits(NONE, Map.of()),
                                        RULES))
                .hasMessage(
                        "The brand (A) stands twice among the candidates.\nMaybe join its items.");
    }
}
