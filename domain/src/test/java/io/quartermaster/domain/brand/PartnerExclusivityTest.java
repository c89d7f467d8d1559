package io.quartermaster.domain.brand;

import static io.quartermaster.domain.brand.Partners.NONE;
import static io.quartermaster.domain.brand.Partners.brand;
import static io.quartermaster.domain.brand.Partners.choice;
import static io.quartermaster.domain.brand.Partners.exclusive;
import static io.quartermaster.domain.brand.Partners.item;
import static io.quartermaster.domain.brand.Partners.limits;
import static io.quartermaster.domain.brand.Partners.noTrials;
import static io.quartermaster.domain.brand.Partners.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.brand.PartnerDecision.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerExclusivityTest {

    @Test
    void ofTwoThatWantACategoryForThemselvesOneIsTaken() {
        PartnerCandidate one = exclusive("A", "hats", item("A1", 60, 10));
        PartnerCandidate other = exclusive("B", "hats", item("B1", 50, 10));

        PartnerChoice choice = choice(List.of(one, other), limits(NONE, Map.of()), noTrials());

        assertThat(verdicts(choice)).containsExactly(Verdict.ONBOARD, Verdict.WAIT);
        PartnerDecision waits = choice.decisions().get(1);
        assertThat(waits.limit()).isEqualTo("exclusivity of A and B in hats");
        assertThat(waits.needed()).isEqualTo(1);
        assertThat(waits.reason())
                .isEqualTo(
                        "It would be onboarded if this gave: exclusivity of A and B in hats. Taken all the same, it would cost 10.00 of value.");
        assertThat(choice.limits()).isEmpty();
    }

    /** A brings 60 and keeps B's 50 of hats out, though not its 20 of shoes. */
    @Test
    void whoWantsACategoryAloneKeepsItsRivalsItemsOut() {
        PartnerCandidate one = exclusive("A", "hats", item("A1", 60, 10));
        PartnerCandidate mixed =
                new PartnerCandidate(
                        "B",
                        "B",
                        0.9,
                        0,
                        0,
                        0,
                        1,
                        List.of(
                                item("B1", 50, 10),
                                new PartnerCandidate.Item("B2", "shoes", 20, 10, 1)));
        PartnerCandidate hatter = brand("C", 40, 10);

        PartnerChoice choice =
                choice(List.of(one, mixed, hatter), limits(NONE, Map.of()), noTrials());

        // B and C alone bring 110, A with B's shoes 80; were it not for B, A would bring 130 with
        // it.
        assertThat(verdicts(choice))
                .containsExactly(Verdict.WAIT, Verdict.ONBOARD, Verdict.ONBOARD);
        assertThat(choice.decisions().get(0).limit())
                .isEqualTo("exclusivity of A in hats against B");

        PartnerChoice richer =
                choice(
                        List.of(exclusive("A", "hats", item("A1", 95, 10)), mixed, hatter),
                        limits(NONE, Map.of()),
                        noTrials());

        assertThat(verdicts(richer))
                .containsExactly(Verdict.ONBOARD, Verdict.ONBOARD, Verdict.WAIT);
        assertThat(richer.decisions().get(1).items()).containsExactly("B2");
        assertThat(richer.decisions().get(2).reason())
                .startsWith(
                        "It would be onboarded if this gave: exclusivity of A in hats against C.");
    }
}
