package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterPriorTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final long MONDAY = LocalDate.of(2026, 3, 2).toEpochDay();
    private static final ClusterPrior PRIOR = prior(constant("a", 2), constant("b", 6));

    @Test
    void anItemWithoutHistoryExpectsTheMeanOfItsCluster() {
        assertThat(PRIOR.items()).isEqualTo(2);
        assertThat(PRIOR.forecast(new double[0], 0, MONDAY, 3, LEVELS).mean())
                .containsExactly(4, 4, 4);
    }

    /** Totals 56 and 168: mean 112, variance 6272, relative 0.5. */
    @Test
    void theSpreadIsThatOfTheOthersTotals() {
        assertThat(PRIOR.relativeVariance()).isCloseTo(0.5, within(1e-12));
    }

    /** n = 14 own days of 10: (14 * 10 + 14 * 4) / 28 = 7. */
    @Test
    void itsOwnDaysTakeOverFromThePrior() {
        double[] own = new double[14];
        Arrays.fill(own, 10);
        assertThat(PRIOR.forecast(own, 0, MONDAY, 1, LEVELS).mean()[0]).isCloseTo(7, within(1e-9));
    }

    @Test
    void nothingIsSoldBeforeTheStart() {
        assertThat(PRIOR.forecast(new double[0], 2, MONDAY, 4, LEVELS).mean())
                .containsExactly(0, 0, 4, 4);
    }

    @Test
    void withoutOthersItRestsOnItsOwnDays() {
        ClusterPrior none = prior();
        assertThat(none.forecast(new double[] {3, 5}, 0, MONDAY, 1, LEVELS).mean())
                .containsExactly(4);
        assertThat(none.forecast(new double[0], 0, MONDAY, 1, LEVELS).mean()).containsExactly(0);
    }

    @Test
    void theOrderOfTheOthersDoesNotMatter() {
        ClusterPrior other = prior(constant("b", 6), constant("a", 2));
        assertThat(other.meanAtAge()).isEqualTo(PRIOR.meanAtAge());
        assertThat(other.relativeVariance()).isEqualTo(PRIOR.relativeVariance());
    }

    /** Means 2 and 6 with weights 3 and 1: (3 * 2 + 6) / 4 = 3. */
    @Test
    void aHeavierBeginningSaysMore() {
        ClusterPrior weighted =
                ClusterPrior.of(
                        List.of(
                                new WeightedBeginning(constant("a", 2), 3),
                                new WeightedBeginning(constant("b", 6), 1)),
                        WeekdayShape.FLAT);
        assertThat(weighted.forecast(new double[0], 0, MONDAY, 1, LEVELS).mean())
                .containsExactly(3);
        // Totals 56 and 168, mean 84: (3/4 28^2 + 1/4 84^2) / (1 - 9/16 - 1/16) / 84^2 = 8/9.
        assertThat(weighted.relativeVariance()).isCloseTo(8.0 / 9, within(1e-12));
    }

    /** Four units on each day but Saturdays: 7/6 of the mean on these, nothing on Saturdays. */
    @Test
    void aDayOnWhichNobodySellsSellsNothing() {
        EarlyDemand closed = closedOnSaturdays("a", 4);
        ClusterPrior prior =
                ClusterPrior.of(
                        WeightedBeginning.alike(List.of(closed, closedOnSaturdays("b", 4))),
                        WeekdayShape.of(List.of(closed)));
        double[] own = {8, 8, 8, 8, 8, 0, 8};
        assertThat(prior.forecast(new double[0], 0, MONDAY, 7, LEVELS).mean())
                .containsExactly(4, 4, 4, 4, 4, 0, 4);
        assertThat(prior.forecast(own, 0, MONDAY, 6, LEVELS).mean())
                .satisfies(
                        mean -> {
                            assertThat(mean[0]).isCloseTo((7 * 8 + 14 * 4) / 21.0, within(1e-6));
                            assertThat(mean[5]).isZero();
                        });
    }

    @Test
    void aWeightOfNothingIsRefused() {
        assertThatThrownBy(() -> new WeightedBeginning(constant("a", 2), 0))
                .hasMessage("The weight (0.0) of the beginning of item (a) must be above 0.");
    }

    /** Poisson of mean 4: P(X <= 4) = 0.6288, P(X <= 3) = 0.4335, P(X <= 7) = 0.9489, 6: 0.8893. */
    @Test
    void quantilesOfCountsAreThoseOfTheTables() {
        assertThat(NegativeBinomial.quantile(4, 0, 0.5)).isEqualTo(4);
        assertThat(NegativeBinomial.quantile(4, 0, 0.9)).isEqualTo(7);
        assertThat(NegativeBinomial.quantile(0, 1, 0.9)).isZero();
        // r = 1, mean 9: geometric with P(X <= k) = 1 - 0.9^(k + 1).
        assertThat(NegativeBinomial.quantile(9, 1, 0.9)).isEqualTo(21);
        assertThat(StandardNormal.quantile(0.9)).isCloseTo(1.2815515655, within(1e-8));
        assertThat(StandardNormal.quantile(0.01)).isCloseTo(-2.3263478740, within(1e-8));
    }

    private static ClusterPrior prior(EarlyDemand... others) {
        return ClusterPrior.of(WeightedBeginning.alike(List.of(others)), WeekdayShape.FLAT);
    }

    /** Its first day, 1 January 2026, is a Thursday. */
    private static EarlyDemand closedOnSaturdays(String item, long units) {
        EarlyDemand open = constant(item, units);
        for (int age = 2; age < ClusterPrior.YOUNG_DAYS; age += 7) {
            open.units()[age] = 0;
        }
        return open;
    }

    private static EarlyDemand constant(String item, long units) {
        long[] days = new long[ClusterPrior.YOUNG_DAYS];
        Arrays.fill(days, units);
        return new EarlyDemand(item, "main", LocalDate.of(2026, 1, 28), days);
    }
}
