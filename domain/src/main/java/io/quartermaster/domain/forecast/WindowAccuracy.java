package io.quartermaster.domain.forecast;

import java.util.Arrays;

/**
 * How far one forecast of one series lay from what happened.
 *
 * @param steps that are known, 1 or more
 * @param scaled MASE, NaN where the history has no scale
 * @param squaredScaled RMSSE, NaN where the history has no scale
 * @param symmetric sMAPE, 0 to 200
 * @param absolute sum of the steps' absolute errors
 * @param expected sum of the forecasts
 * @param actual sum of what happened
 * @param size sum of the sizes of what happened
 * @param scale mean absolute difference of the history to a season before; NaN or 0 without
 * @param pinball mean loss of each level
 * @param under share of the steps under the quantile of each level, randomised on it
 */
public record WindowAccuracy(
        int steps,
        double scaled,
        double squaredScaled,
        double symmetric,
        double absolute,
        double expected,
        double actual,
        double size,
        double scale,
        double[] pinball,
        double[] under) {

    /**
     * Measures.
     *
     * @param actuals one for each step, NaN where unknown
     * @param history before it
     * @param season lag of the scale
     * @return null where no step is known
     */
    public static WindowAccuracy of(
            HorizonForecast forecast, double[] actuals, double[] history, int season) {
        int[] known = known(actuals);
        if (known.length == 0) {
            return null;
        }
        double[] mean = at(forecast.mean(), known);
        double[] actual = at(actuals, known);
        double[] levels = forecast.levels();
        double[] pinball = new double[levels.length];
        double[] under = new double[levels.length];
        for (int step : known) {
            double[] quantiles = new double[levels.length];
            for (int level = 0; level < levels.length; level++) {
                quantiles[level] = forecast.quantiles()[level][step];
                pinball[level] +=
                        ForecastAccuracy.pinball(levels[level], quantiles[level], actuals[step])
                                / known.length;
            }
            double[] share = ForecastAccuracy.under(levels, quantiles, actuals[step]);
            Arrays.setAll(under, level -> under[level] + share[level] / known.length);
        }
        return new WindowAccuracy(
                known.length,
                ForecastAccuracy.meanAbsoluteScaledError(mean, actual, history, season),
                ForecastAccuracy.rootMeanSquaredScaledError(mean, actual, history, season),
                ForecastAccuracy.symmetricPercentageError(mean, actual),
                ForecastAccuracy.meanAbsoluteError(mean, actual) * known.length,
                Arrays.stream(mean).sum(),
                Arrays.stream(actual).sum(),
                Arrays.stream(actual).map(Math::abs).sum(),
                ForecastAccuracy.seasonalScale(history, season),
                pinball,
                under);
    }

    private static int[] known(double[] actuals) {
        int[] known = new int[actuals.length];
        int count = 0;
        for (int i = 0; i < actuals.length; i++) {
            if (!Double.isNaN(actuals[i])) {
                known[count++] = i;
            }
        }
        return Arrays.copyOf(known, count);
    }

    private static double[] at(double[] values, int[] steps) {
        return Arrays.stream(steps).mapToDouble(step -> values[step]).toArray();
    }
}
