package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracySummaryTest {

    private static final double[] LEVELS = {0.5, 0.9};
    private static final double[] HISTORY = {1, 3, 2};

    /** The history's scale is 1.5; errors are 1 and 2. */
    private static final WindowAccuracy FIRST =
            window(new double[] {4, 4}, new double[] {3, 6}, HISTORY);

    /** No scale; error 2, one step not known. */
    private static final WindowAccuracy SECOND =
            window(new double[] {1, 1}, new double[] {3, Double.NaN}, new double[] {1, 1});

    private static WindowAccuracy window(double[] mean, double[] actuals, double[] history) {
        double[][] quantiles = {mean, {mean[0] + 1, mean[1] + 1}};
        return WindowAccuracy.of(new HorizonForecast(mean, LEVELS, quantiles), actuals, history, 1);
    }

    @Test
    void meansAreOverWindowsAndRatiosOverSums() {
        AccuracySummary summary = AccuracySummary.of("m", LEVELS, List.of(FIRST, SECOND));

        assertThat(summary.windows()).isEqualTo(2);
        assertThat(summary.unscaled()).isEqualTo(1);
        assertThat(summary.mase()).isCloseTo(1, within(1e-12));
        assertThat(summary.rmsse()).isCloseTo(1, within(1e-12));
        assertThat(summary.smape()).isCloseTo((200 / 14.0 + 20 + 100) / 2, within(1e-9));
        assertThat(summary.wape()).isCloseTo(5 / 12.0, within(1e-12));
        assertThat(summary.bias()).isCloseTo(9 / 12.0 - 1, within(1e-12));
    }

    /** At 0.5: (0.5 + 1) / 2 and 1; at 0.9: (0.1 * 2 + 0.9) / 2 and 0.9. */
    @Test
    void pinballIsByLevelAndScaledByTheHistory() {
        AccuracySummary summary = AccuracySummary.of("m", LEVELS, List.of(FIRST, SECOND));

        assertThat(summary.pinball()).containsExactly(new double[] {0.875, 0.725}, within(1e-12));
        assertThat(summary.scaledPinball())
                .containsExactly(new double[] {0.5, 0.55 / 1.5}, within(1e-12));
        assertThat(summary.meanPinball()).isCloseTo(0.8, within(1e-12));
        assertThat(summary.under()).containsExactly(new double[] {0.25, 0.25}, within(1e-12));
        assertThat(summary.band()).isCloseTo(0, within(1e-12));
    }

    @Test
    void overallWeightedAverageIsOneForNaive2Itself() {
        AccuracySummary summary = AccuracySummary.of("m", LEVELS, List.of(FIRST));
        assertThat(summary.against(summary).owa()).isCloseTo(1, within(1e-12));
        AccuracySummary worse =
                AccuracySummary.of(
                        "n",
                        LEVELS,
                        List.of(window(new double[] {5, 8}, new double[] {3, 6}, HISTORY)));
        assertThat(worse.against(summary).owa())
                .isCloseTo(
                        (worse.mase() / summary.mase() + worse.smape() / summary.smape()) / 2,
                        within(1e-12))
                .isGreaterThan(1);
    }

    @Test
    void aWindowOfWhichNothingIsKnownIsNotMeasured() {
        assertThat(window(new double[] {1}, new double[] {Double.NaN}, HISTORY, 0)).isNull();
    }

    private static WindowAccuracy window(
            double[] mean, double[] actuals, double[] history, int levels) {
        return WindowAccuracy.of(
                new HorizonForecast(mean, new double[levels], new double[levels][1]),
                actuals,
                history,
                1);
    }
}
