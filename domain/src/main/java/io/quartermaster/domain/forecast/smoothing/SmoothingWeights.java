package io.quartermaster.domain.forecast.smoothing;

/**
 * How much a new value moves each component.
 *
 * @param level alpha, 0 to 1
 * @param trend beta, 0 to alpha; 0 without a trend
 * @param season gamma, 0 to 1 - alpha; 0 without a season
 * @param damping phi, 0.8 to 0.98 where damped, else 1
 */
public record SmoothingWeights(double level, double trend, double season, double damping) {

    static final double LEAST = 1e-4;
    static final double MOST = 0.9999;
    static final double LEAST_DAMPING = 0.8;
    static final double MOST_DAMPING = 0.98;

    /** Whether they lie in the usual region of a form (Hyndman and others, 2008, 2.5.1). */
    boolean possible(SmoothingForm form) {
        return within(level, LEAST, MOST)
                && (!form.trend() || within(trend, LEAST, level))
                && (!form.seasonal() || within(season, LEAST, 1 - level))
                && (!form.damped() || within(damping, LEAST_DAMPING, MOST_DAMPING));
    }

    private static boolean within(double value, double least, double most) {
        return value >= least && value <= most;
    }
}
