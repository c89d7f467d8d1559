package io.quartermaster.domain.forecast.smoothing;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesModel;
import java.util.Arrays;

/**
 * The Theta method: simple exponential smoothing with half the slope of the line through the series
 * as drift (Assimakopoulos and Nikolopoulos, 2000; in this form Hyndman and Billah, Unmasking the
 * Theta method, 2003), of the series without its season where it has one. Kept up value by value:
 * the level by alpha, the line by its sums.
 *
 * @param alpha weight of a new value, 0 to 1
 * @param variance of the smoothing's one-step errors
 * @param level after the last value
 * @param count steps so far, missing ones too
 * @param sums of known values: their number, step, step squared, value, step times value; steps
 *     from 0
 * @param season [period] factors by phase, fixed at the fit; [1] without a season
 */
public record Theta(
        double alpha, double variance, double level, long count, double[] sums, double[] season)
        implements SeriesModel {

    /** Name of the model in forecasts. */
    public static final String NAME = "theta";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /**
     * Fits.
     *
     * @param values oldest first, NaN where missing, one known or more
     * @param period steps of a season, 1 for none
     */
    public static Theta fit(double[] values, int period) {
        double[] season = season(values, period);
        double[] left = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            left[i] = values[i] / season[i % season.length];
        }
        SmoothingForm level =
                new SmoothingForm(Component.ADDITIVE, false, false, Component.NONE, 1);
        SmoothingFit.Fitted smoothing = SmoothingFit.of(level, left);
        Theta start =
                new Theta(
                        smoothing.model().weights().level(),
                        smoothing.model().variance(),
                        smoothing.start().level(),
                        0,
                        new double[5],
                        season);
        return Arrays.stream(values).boxed().reduce(start, Theta::update, (one, other) -> other);
    }

    private static double[] season(double[] values, int period) {
        boolean whole = Arrays.stream(values).noneMatch(Double::isNaN);
        return whole && ClassicalSeason.isThere(values, period)
                ? ClassicalSeason.factors(values, period)
                : new double[] {1};
    }

    /** The model after one more value; at a missing one, NaN, the level moves by the drift. */
    @Override
    public Theta update(double value) {
        if (Double.isNaN(value)) {
            return new Theta(alpha, variance, level + drift(), count + 1, sums, season);
        }
        double left = value / season[(int) (count % season.length)];
        double[] more = {
            sums[0] + 1,
            sums[1] + count,
            sums[2] + (double) count * count,
            sums[3] + left,
            sums[4] + count * left
        };
        return new Theta(alpha, variance, level + alpha * (left - level), count + 1, more, season);
    }

    /** Half the slope of the least-squares line, a step; 0 for less than two values. */
    public double drift() {
        double determinant = sums[0] * sums[2] - sums[1] * sums[1];
        return determinant > 0 ? (sums[0] * sums[4] - sums[1] * sums[3]) / determinant / 2 : 0;
    }

    /** Mean and quantiles of the next steps, with errors that are normal. */
    @Override
    public HorizonForecast forecast(int horizon, double[] levels) {
        double drift = drift();
        double[] mean = new double[horizon];
        double[] variances = new double[horizon];
        double seen = (1 - Math.pow(1 - alpha, (double) count)) / alpha;
        for (int step = 0; step < horizon; step++) {
            double factor = season[(int) ((count + step) % season.length)];
            mean[step] = (level + drift * (step + seen)) * factor;
            variances[step] = variance * (1 + step * alpha * alpha) * factor * factor;
        }
        return HorizonForecast.normal(mean, variances, levels);
    }
}
