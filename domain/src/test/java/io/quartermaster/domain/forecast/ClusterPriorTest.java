package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterPriorTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final ClusterPrior PRIOR =
            ClusterPrior.of(List.of(constant("a", 2), constant("b", 6)));

    @Test
    void anItemWithoutHistoryExpectsTheMeanOfItsCluster() {
        assertThat(PRIOR.items()).isEqualTo(2);
        assertThat(PRIOR.forecast(new double[0], 0, 3, LEVELS).mean()).containsExactly(4, 4, 4);
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
        assertThat(PRIOR.forecast(own, 0, 1, LEVELS).mean()[0]).isCloseTo(7, within(1e-9));
    }

    @Test
    void nothingIsSoldBeforeTheStart() {
        assertThat(PRIOR.forecast(new double[0], 2, 4, LEVELS).mean()).containsExactly(0, 0, 4, 4);
    }

    @Test
    void withoutOthersItRestsOnItsOwnDays() {
        ClusterPrior none = ClusterPrior.of(List.of());
        assertThat(none.forecast(new double[] {3, 5}, 0, 1, LEVELS).mean()).containsExactly(4);
        assertThat(none.forecast(new double[0], 0, 1, LEVELS).mean()).containsExactly(0);
    }

    @Test
    void theOrderOfTheOthersDoesNotMatter() {
        ClusterPrior other = ClusterPrior.of(List.of(constant("b", 6), constant("a", 2)));
        assertThat(other.meanAtAge()).isEqualTo(PRIOR.meanAtAge());
        assertThat(other.relativeVariance()).isEqualTo(PRIOR.relativeVariance());
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

    private static EarlyDemand constant(String item, long units) {
        long[] days = new long[ClusterPrior.YOUNG_DAYS];
        Arrays.fill(days, units);
        return new EarlyDemand(item, "main", LocalDate.of(2026, 1, 28), days);
    }
}
