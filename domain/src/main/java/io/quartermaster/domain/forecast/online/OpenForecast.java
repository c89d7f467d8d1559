package io.quartermaster.domain.forecast.online;

import io.quartermaster.domain.forecast.ForecastAccuracy;
import io.quartermaster.domain.forecast.HorizonForecast;
import java.util.List;

/**
 * The first steps of what each model forecast, until their outcomes are known.
 *
 * @param madeOn step of the last value that was known
 * @param steps that are kept
 * @param quantiles [forecasts][levels][steps], NaN of a model that made none
 */
public record OpenForecast(long madeOn, int steps, float[] quantiles) {

    static OpenForecast none() {
        return new OpenForecast(Long.MIN_VALUE / 2, 0, new float[0]);
    }

    /**
     * @param forecasts of equal levels, null of a model that made none
     */
    static OpenForecast of(
            long madeOn, List<HorizonForecast> forecasts, double[] levels, int steps) {
        float[] quantiles = new float[forecasts.size() * levels.length * steps];
        int at = 0;
        for (HorizonForecast forecast : forecasts) {
            for (int level = 0; level < levels.length; level++) {
                for (int step = 0; step < steps; step++) {
                    quantiles[at++] =
                            forecast == null
                                    ? Float.NaN
                                    : (float) forecast.quantiles()[level][step];
                }
            }
        }
        return new OpenForecast(madeOn, steps, quantiles);
    }

    /** Whether a value's forecast is kept. */
    boolean holds(long step) {
        return step > madeOn && step - madeOn <= steps;
    }

    /** The quantiles of one forecast for a value. */
    double[] quantiles(int forecast, long step, int levels) {
        double[] found = new double[levels];
        for (int level = 0; level < levels; level++) {
            int ahead = (int) (step - madeOn - 1);
            found[level] = quantiles[(forecast * levels + level) * steps + ahead];
        }
        return found;
    }

    /** Mean pinball loss of one forecast for a value, NaN if none was made. */
    double loss(int forecast, long step, double[] levels, double value) {
        double[] found = quantiles(forecast, step, levels.length);
        double sum = 0;
        for (int level = 0; level < levels.length; level++) {
            sum += ForecastAccuracy.pinball(levels[level], found[level], value);
        }
        return sum / levels.length;
    }
}
