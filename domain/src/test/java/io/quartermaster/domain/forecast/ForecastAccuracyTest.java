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

    /** Errors 1 and 3 over a history whose squared steps are 1 and 4: root of 5 over 2.5. */
    @Test
    void rootMeanSquaredScaledErrorIsOverTheSquaredStepsOfTheHistory() {
        double[] history = {1, 2, 4};
        double[] forecasts = {4, 9};
        double[] actuals = {5, 6};
        assertThat(ForecastAccuracy.rootMeanSquaredScaledError(forecasts, actuals, history, 1))
                .isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(
                        ForecastAccuracy.rootMeanSquaredScaledError(
                                forecasts, actuals, new double[] {3, 3}, 1))
                .isNaN();
    }

    /** 200 of 1 / 3, of 2 / 2, and nothing where both are 0. */
    @Test
    void symmetricPercentageErrorIsOverTheSizeOfBoth() {
        assertThat(
                        ForecastAccuracy.symmetricPercentageError(
                                new double[] {1, 2, 0}, new double[] {2, 0, 0}))
                .isCloseTo((200 / 3.0 + 200) / 3, within(1e-12));
    }

    @Test
    void anOutcomeBesideTheQuantilesLiesUnderTheHigherOnes() {
        double[] levels = {0.1, 0.5, 0.9};
        double[] quantiles = {1, 4, 8};
        assertThat(ForecastAccuracy.under(levels, quantiles, 5)).containsExactly(0, 0, 1);
        assertThat(ForecastAccuracy.under(levels, quantiles, 0)).containsExactly(1, 1, 1);
        assertThat(ForecastAccuracy.under(levels, quantiles, 9)).containsExactly(0, 0, 0);
    }

    /** 0 covers ranks 0 to 0.7, of which a seventh lies under 0.1; 4 covers 0.3 to 0.7. */
    @Test
    void anOutcomeOnAQuantileIsSharedOut() {
        double[] levels = {0.1, 0.5, 0.9};
        double[] zeros = ForecastAccuracy.under(levels, new double[] {0, 0, 2}, 0);
        assertThat(zeros[0]).isCloseTo(1 / 7.0, within(1e-12));
        assertThat(zeros[1]).isCloseTo(5 / 7.0, within(1e-12));
        assertThat(zeros[2]).isEqualTo(1);
        assertThat(ForecastAccuracy.under(levels, new double[] {1, 4, 8}, 4)[1])
                .isCloseTo(0.5, within(1e-12));
    }

    /**
     * 60 zeros of 100, the others above: with quantiles that are right, shares are near nominal.
     */
    @Test
    void sharesOfManyZerosAreNearTheirLevels() {
        double[] levels = {0.1, 0.3, 0.5, 0.58, 0.62, 0.9};
        double[] quantiles = {0, 0, 0, 0, 1, 29};
        double[] shares = new double[levels.length];
        for (int i = 0; i < 100; i++) {
            double[] under = ForecastAccuracy.under(levels, quantiles, i < 60 ? 0 : i - 60);
            for (int level = 0; level < levels.length; level++) {
                shares[level] += under[level] / 100;
            }
        }
        for (int level = 0; level < levels.length; level++) {
            assertThat(shares[level]).isCloseTo(levels[level], within(0.02));
        }
    }
}
