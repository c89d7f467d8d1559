package io.quartermaster.domain.forecast;

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

    /** Share of what happened that lies within the two bounds. */
    public static double coverage(double[] lower, double[] upper, double[] actuals) {
        int inside = 0;
        for (int i = 0; i < actuals.length; i++) {
            inside += actuals[i] >= lower[i] && actuals[i] <= upper[i] ? 1 : 0;
        }
        return inside / (double) actuals.length;
    }
}
