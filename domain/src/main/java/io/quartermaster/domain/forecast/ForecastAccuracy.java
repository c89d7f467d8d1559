package io.quartermaster.domain.forecast;

import java.util.Arrays;

/** Measures of how far forecasts lay from what happened. */
public final class ForecastAccuracy {

    private ForecastAccuracy() {}

    /**
     * Pinball loss of one quantile: max(q e, (q - 1) e), e = actual - forecast (Koenker and Bassett
     * 1978).
     */
    public static double pinball(double level, double forecast, double actual) {
        double error = actual - forecast;
        return Math.max(level * error, (level - 1) * error);
    }

    /** Mean squared error. */
    public static double meanSquaredError(double[] forecasts, double[] actuals) {
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            sum += (forecasts[i] - actuals[i]) * (forecasts[i] - actuals[i]);
        }
        return sum / forecasts.length;
    }

    /** Mean absolute error. */
    public static double meanAbsoluteError(double[] forecasts, double[] actuals) {
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            sum += Math.abs(forecasts[i] - actuals[i]);
        }
        return sum / forecasts.length;
    }

    /**
     * Mean absolute difference between a series and itself a season before: what a naive forecast
     * errs within the sample. NaN if the series is not longer than a season.
     */
    public static double seasonalScale(double[] history, int season) {
        double sum = 0;
        for (int i = season; i < history.length; i++) {
            sum += Math.abs(history[i] - history[i - season]);
        }
        return history.length <= season ? Double.NaN : sum / (history.length - season);
    }

    /**
     * Mean absolute scaled error: mean absolute error over the {@link #seasonalScale} of the
     * history (Hyndman and Koehler 2006). NaN where the history never differs from a season before.
     */
    public static double meanAbsoluteScaledError(
            double[] forecasts, double[] actuals, double[] history, int season) {
        double scale = seasonalScale(history, season);
        return scale > 0 ? meanAbsoluteError(forecasts, actuals) / scale : Double.NaN;
    }

    /**
     * Root mean squared scaled error: root of the mean squared error over the mean squared
     * difference of the history to a season before (Makridakis, Spiliotis and Assimakopoulos 2022,
     * M5). NaN where the history never differs from a season before.
     */
    public static double rootMeanSquaredScaledError(
            double[] forecasts, double[] actuals, double[] history, int season) {
        double sum = 0;
        for (int i = season; i < history.length; i++) {
            sum += (history[i] - history[i - season]) * (history[i] - history[i - season]);
        }
        return sum > 0
                ? Math.sqrt(meanSquaredError(forecasts, actuals) * (history.length - season) / sum)
                : Double.NaN;
    }

    /**
     * Symmetric mean absolute percentage error, 0 to 200: the mean of 200 |f - y| / (|f| + |y|), 0
     * where both are 0 (Makridakis, Spiliotis and Assimakopoulos 2020, M4).
     */
    public static double symmetricPercentageError(double[] forecasts, double[] actuals) {
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            double size = Math.abs(forecasts[i]) + Math.abs(actuals[i]);
            sum += size > 0 ? 200 * Math.abs(forecasts[i] - actuals[i]) / size : 0;
        }
        return sum / forecasts.length;
    }

    /**
     * For each level, how far an outcome counts as lying under its quantile: 1 below, 0 above. On
     * the quantile it is the chance that a rank drawn evenly from what the outcome covers lies
     * under the level (randomised probability integral transform, Czado, Gneiting and Held 2009):
     * the outcome covers the ranks from the middle between the last level below it and the first on
     * it, 0 for an outcome of 0 that has none below, to the middle between the last level on it and
     * the next.
     *
     * @param levels ascending
     * @param quantiles of these levels, ascending
     */
    public static double[] under(double[] levels, double[] quantiles, double actual) {
        int first = 0;
        while (first < levels.length && quantiles[first] < actual) {
            first++;
        }
        int next = first;
        while (next < levels.length && quantiles[next] <= actual) {
            next++;
        }
        double[] under = new double[levels.length];
        Arrays.fill(under, next, levels.length, 1);
        if (first == next) {
            return under;
        }
        double before = first == 0 ? 0 : levels[first - 1];
        double low = first == 0 && actual == 0 ? 0 : (before + levels[first]) / 2;
        double high = (levels[next - 1] + (next == levels.length ? 1 : levels[next])) / 2;
        for (int level = first; level < next; level++) {
            under[level] = (levels[level] - low) / (high - low);
        }
        return under;
    }

    /** Share of what happened that lies within the two bounds. */
    public static double coverage(double[] lower, double[] upper, double[] actuals) {
        int inside = 0;
        for (int i = 0; i < actuals.length; i++) {
            inside += actuals[i] >= lower[i] && actuals[i] <= upper[i] ? 1 : 0;
        }
        return inside / (double) actuals.length;
    }
}
