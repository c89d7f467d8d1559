package io.quartermaster.domain.forecast.smoothing;

/**
 * What a model knows of a series after its last value.
 *
 * @param level of the series
 * @param trend slope a step, 0 without a trend
 * @param season [period] by phase, what it adds or multiplies; empty without a season
 * @param phase of the next value, 0 to period - 1
 */
public record SmoothingState(double level, double trend, double[] season, int phase) {

    /** The component of the phase some steps ahead; step 1 is the next value. */
    double season(int step) {
        return season[(phase + step - 1) % season.length];
    }
}
