package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.policy.Newsvendor;
import io.quartermaster.domain.replenishment.policy.NormalDemand;
import org.junit.jupiter.api.Test;

class SafetyStockTest {

    private static final double[] MEDIAN = {10, 20, 30, 40};
    private static final double[] UPPER = {
        10 + 12.815515655446005, 20 + 18, 30 + 22, 40 + 25.63103131089201
    };

    @Test
    void isTheForecastsOwnQuantileAtItsOwnLevel() {
        SafetyStock safety = SafetyStock.of(MEDIAN, UPPER, 4, 0.9);
        assertThat(safety.units()).isCloseTo(25.63103131089201, within(1e-9));
        assertThat(safety.riskDays()).isEqualTo(4);
    }

    /** Deviation 10 for one day: the newsvendor's level lies 12.8155 above the mean at 0.9. */
    @Test
    void liftsStockToTheNewsvendorsLevel() {
        double level = 120 + SafetyStock.of(MEDIAN, UPPER, 1, 18 / 20.0).units();
        assertThat(level)
                .isCloseTo(
                        Newsvendor.of(new NormalDemand(120, 10), 2, 18).orderUpTo(), within(1e-9));
    }

    @Test
    void growsWithTheRootOfTheDaysBeyondTheForecast() {
        double atFour = SafetyStock.of(MEDIAN, UPPER, 4, 0.9).units();
        assertThat(SafetyStock.of(MEDIAN, UPPER, 16, 0.9).units())
                .isCloseTo(2 * atFour, within(1e-9));
    }

    @Test
    void isNothingAtTheMedian() {
        assertThat(SafetyStock.of(MEDIAN, UPPER, 2, 0.5).units()).isZero();
    }
}
