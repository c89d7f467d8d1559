package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastAccuracyTest {

    @Test
    void pinballPunishesTheCostlySide() {
        assertThat(ForecastAccuracy.pinball(0.9, 10, 14)).isCloseTo(3.6, within(1e-12));
        assertThat(ForecastAccuracy.pinball(0.9, 14, 10)).isCloseTo(0.4, within(1e-12));
        assertThat(ForecastAccuracy.pinball(0.5, 3, 3)).isZero();
    }

    /** Steps of one in the history scale by 1; errors 1 and 3 then give 2. */
    @Test
    void meanAbsoluteScaledErrorIsErrorsOverTheNaiveOnesOfTheHistory() {
        double[] history = {1, 2, 3, 4};
        double[] actuals = {5, 6};
        double[] forecasts = {4, 9};
        assertThat(ForecastAccuracy.meanAbsoluteScaledError(forecasts, actuals, history, 1))
                .isCloseTo(2, within(1e-12));
        assertThat(ForecastAccuracy.seasonalScale(history, 2)).isCloseTo(2, within(1e-12));
        assertThat(
                        ForecastAccuracy.meanAbsoluteScaledError(
                                forecasts, actuals, new double[] {1, 1}, 1))
                .isNaN();
    }

    @Test
    void squaredErrorAndCoverageAreMeans() {
        double[] actuals = {1, 5, 9, 3};
        assertThat(ForecastAccuracy.meanSquaredError(new double[] {1, 3, 9, 3}, actuals))
                .isEqualTo(1);
        assertThat(
                        ForecastAccuracy.coverage(
                                new double[] {0, 6, 9, 0}, new double[] {2, 7, 9, 2}, actuals))
                .isEqualTo(0.5);
    }
}
