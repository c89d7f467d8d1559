package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrandPriorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final SatisfactionRules RULES = SatisfactionRules.standard();
    private static final int RETURNS = SatisfactionIndicator.RETURNS.index();

    @Test
    void aNewBrandExpectsTheReturnsOfItsCluster() {
        List<BrandRates> market = market();
        BrandRates fresh = brand("New", "good", "hats", 0, 0);
        market.add(fresh);

        BrandPrior prior = BrandPrior.of(DAY, fresh, market, RULES);

        // 8 of 400 units came back in the cluster, 60 of 800 in all; both categories are alike.
        // Two groups of 400 units: spread 400 x 2 x 0.055^2, m (1 - m) = 0.069375, so rho =
        // (2.42 / 0.069375 - 1) / (800 - 400 - 1) = 0.0849195 and s = 10.7758575.
        double drawn = (8 + 0.075 * 10.7758575) / (400 + 10.7758575);
        assertThat(prior.returnsPrior()).isCloseTo(drawn, within(1e-6));
        assertThat(prior.returnsExpected()).isEqualTo(prior.returnsPrior());
        assertThat(prior.returnsEvidence()).isZero();
        assertThat(prior.others()).isEqualTo(2);
        // Only returns are known, so S = 1 - p / 0.2.
        assertThat(prior.satisfactionPrior()).isCloseTo(1 - drawn / 0.2, within(1e-6));
        assertThat(prior.satisfactionEvidence()).isZero();
    }

    @Test
    void itsOwnEventsTakeOver() {
        List<BrandRates> market = market();
        BrandRates young = brand("New", "good", "hats", 30, 100);
        market.add(young);

        BrandPrior prior = BrandPrior.of(DAY, young, market, RULES);

        double s = prior.returnsStrength();
        assertThat(prior.returnsExpected())
                .isCloseTo((30 + s * prior.returnsPrior()) / (100 + s), within(1e-12));
        assertThat(prior.returnsEvidence()).isCloseTo(100 / (100 + s), within(1e-12));
        assertThat(prior.satisfactionEvidence()).isEqualTo(prior.returnsEvidence());
        assertThat(prior.satisfactionExpected()).isLessThan(prior.satisfactionPrior());
    }

    @Test
    void whatABrandHasShownItselfIsNoPartOfItsPrior() {
        List<BrandRates> market = market();
        BrandRates bad = brand("New", "good", "hats", 90, 100);
        BrandPrior without = BrandPrior.of(DAY, brand("New", "good", "hats", 0, 0), market, RULES);
        market.add(bad);

        assertThat(BrandPrior.of(DAY, bad, market, RULES).returnsPrior())
                .isEqualTo(without.returnsPrior());
    }

    @Test
    void groupingsThatBothMatterBothCount() {
        List<BrandRates> others =
                List.of(
                        brand("A", "good", "hats", 100, 10_000),
                        brand("B", "good", "shoes", 300, 10_000),
                        brand("C", "poor", "hats", 300, 10_000),
                        brand("D", "poor", "shoes", 900, 10_000));

        double best = FirstDaysPrior.of("good", "hats", others)[RETURNS].mean();
        double mixed = FirstDaysPrior.of("good", "shoes", others)[RETURNS].mean();
        double worst = FirstDaysPrior.of("poor", "shoes", others)[RETURNS].mean();

        // Good 0.02, poor 0.06, all 0.04: odds 0.0204082^2 / 0.0416667 = 0.0099958 for the best.
        assertThat(best).isCloseTo(0.0099, within(3e-4));
        assertThat(mixed).isCloseTo(0.0303, within(3e-4));
        assertThat(worst).isCloseTo(0.0891, within(3e-4));
    }

    @Test
    void withoutAnyEventsNothingIsExpected() {
        BrandRates fresh = brand("New", "good", "hats", 0, 0);

        BrandPrior prior = BrandPrior.of(DAY, fresh, List.of(fresh), RULES);

        assertThat(prior.returnsPrior()).isNaN();
        assertThat(prior.satisfactionExpected()).isNaN();
        assertThat(prior.satisfactionEvidence()).isZero();
    }

    @Test
    void oldEventsCountLess() {
        BrandRates then = brand("A", "good", "hats", 10, 100);

        double[] halved = then.on(DAY.plusDays(60), RULES.halfLife()).sums();

        assertThat(halved[Evidence.ORDERED_UNITS.index()]).isCloseTo(50, within(1e-9));
    }

    @Test
    void aClusterOfWhichNobodySoldLeavesTheStrengthOfAll() {
        BetaPrior[] priors = FirstDaysPrior.of("none", "", market());

        assertThat(priors[RETURNS].mean()).isCloseTo(0.075, within(1e-9));
        assertThat(priors[RETURNS].strength()).isGreaterThan(1);
    }

    private static List<BrandRates> market() {
        return new ArrayList<>(
                List.of(
                        brand("A", "good", "hats", 4, 200),
                        brand("B", "good", "shoes", 4, 200),
                        brand("C", "poor", "hats", 26, 200),
                        brand("D", "poor", "shoes", 26, 200)));
    }

    private static BrandRates brand(
            String name, String cluster, String category, double returned, double ordered) {
        double[] sums = new double[Evidence.COUNT];
        sums[Evidence.ORDERED_UNITS.index()] = ordered;
        sums[Evidence.RETURNED_UNITS.index()] = returned;
        return new BrandRates(name, cluster, category, DAY, sums);
    }
}
