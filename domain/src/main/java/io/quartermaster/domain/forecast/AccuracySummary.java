package io.quartermaster.domain.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one model reached over many windows of many series. MASE, RMSSE, sMAPE, pinball loss and
 * shares are means over the windows; WAPE and bias are ratios of sums. A window whose history has
 * no scale (it never differs from a season before) is left out of scaled measures.
 *
 * @param model its name
 * @param windows measured
 * @param unscaled of them, without a scale
 * @param mase mean absolute scaled error
 * @param smape 0 to 200
 * @param owa mean of MASE and sMAPE, each over Naive2's; NaN without
 * @param rmsse root mean squared scaled error
 * @param wape sum of absolute errors over the sum of sizes
 * @param bias sum of the means over the sum of outcomes, less 1
 * @param levels of the quantiles, ascending
 * @param pinball loss of each level
 * @param scaledPinball the same over the scale of each series
 * @param under share of outcomes under each quantile, randomised on it
 * @param band share of outcomes between the first and the last quantile
 */
public record AccuracySummary(
        String model,
        int windows,
        int unscaled,
        double mase,
        double smape,
        double owa,
        double rmsse,
        double wape,
        double bias,
        double[] levels,
        double[] pinball,
        double[] scaledPinball,
        double[] under,
        double band) {

    /**
     * Sums up.
     *
     * @param measured by window, in an order that does not change; 1 or more
     */
    public static AccuracySummary of(String model, double[] levels, List<WindowAccuracy> measured) {
        double[] pinball = new double[levels.length];
        double[] scaledPinball = new double[levels.length];
        double[] under = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            int level = i;
            pinball[i] = mean(measured, window -> window.pinball()[level]);
            scaledPinball[i] =
                    mean(
                            measured,
                            window ->
                                    window.scale() > 0
                                            ? window.pinball()[level] / window.scale()
                                            : Double.NaN);
            under[i] = mean(measured, window -> window.under()[level]);
        }
        return new AccuracySummary(
                model,
                measured.size(),
                (int) measured.stream().filter(window -> Double.isNaN(window.scaled())).count(),
                mean(measured, WindowAccuracy::scaled),
                mean(measured, WindowAccuracy::symmetric),
                Double.NaN,
                mean(measured, WindowAccuracy::squaredScaled),
                sum(measured, WindowAccuracy::absolute) / sum(measured, WindowAccuracy::size),
                sum(measured, WindowAccuracy::expected) / sum(measured, WindowAccuracy::actual) - 1,
                levels,
                pinball,
                scaledPinball,
                under,
                levels.length < 2 ? Double.NaN : under[levels.length - 1] - under[0]);
    }

    /** With the overall weighted average (M4) against Naive2 on the same windows. */
    public AccuracySummary against(AccuracySummary naive2) {
        return new AccuracySummary(
                model,
                windows,
                unscaled,
                mase,
                smape,
                (mase / naive2.mase + smape / naive2.smape) / 2,
                rmsse,
                wape,
                bias,
                levels,
                pinball,
                scaledPinball,
                under,
                band);
    }

    /** Mean over the levels, of those windows that have a scale. */
    public double meanScaledPinball() {
        return Arrays.stream(scaledPinball).average().orElse(Double.NaN);
    }

    /** Mean over the levels. */
    public double meanPinball() {
        return Arrays.stream(pinball).average().orElse(Double.NaN);
    }

    private static double mean(
            List<WindowAccuracy> measured, ToDoubleFunction<WindowAccuracy> measure) {
        return measured.stream()
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double sum(
            List<WindowAccuracy> measured, ToDoubleFunction<WindowAccuracy> measure) {
        return measured.stream().mapToDouble(measure).sum();
    }
}
