package io.quartermaster.domain.forecast.ensemble;

import java.util.Arrays;

/**
 * Calibrates quantiles online: each level keeps an offset that goes up by a little after an outcome
 * above the calibrated quantile and down after one below, so that in the long run the asked share
 * of outcomes lies below, whatever the series does (quantile tracking, Angelopoulos, Candès and
 * Tibshirani, Conformal PID Control for Time Series Prediction, 2023; after Gibbs and Candès,
 * Adaptive Conformal Inference, 2021). Offsets are in units of the series' spread, the greater of
 * the forecast's own between its lowest and highest quantile and a faded mean of absolute errors.
 * An outcome that equals its quantile, as zeros do, says nothing.
 *
 * @param offsets one a level, in spreads
 * @param error faded mean of absolute errors of the middle level
 * @param outcomes how many there were
 */
public record QuantileTracker(double[] offsets, double error, long outcomes) {

    /** An outcome moves an offset by this share of a spread at least. */
    private static final double SLOWEST = 0.03;

    /** The first outcomes move it by more. */
    private static final double FIRST = 10;

    /** Where there are many outcomes, each moves it by this part of that. */
    private static final double GENTLE = 3;

    private static final double FADING = 0.95;
    private static final double LARGEST = 3;

    /** Before any outcome quantiles stay as they are. */
    public static QuantileTracker start(int levels) {
        return new QuantileTracker(new double[levels], 0, 0);
    }

    /**
     * The quantiles of one step, calibrated: ascending.
     *
     * @param quantiles one a level, ascending
     */
    public double[] calibrated(double[] quantiles) {
        double spread = spread(quantiles);
        double[] moved = new double[quantiles.length];
        for (int level = 0; level < moved.length; level++) {
            moved[level] = quantiles[level] + offsets[level] * spread;
        }
        Arrays.sort(moved);
        return moved;
    }

    private double spread(double[] quantiles) {
        return Math.max(quantiles[quantiles.length - 1] - quantiles[0], error);
    }

    /**
     * After one more outcome.
     *
     * @param levels of the quantiles, ascending
     * @param quantiles that were forecast for it, before calibration
     * @param actual what happened
     */
    public QuantileTracker update(double[] levels, double[] quantiles, double actual) {
        return update(levels, quantiles, actual, SLOWEST, FIRST);
    }

    /**
     * After one more of many outcomes, which need not move an offset by much each.
     *
     * @param levels of the quantiles, ascending
     * @param quantiles that were forecast for it, before calibration
     * @param actual what happened
     */
    public QuantileTracker updateGently(double[] levels, double[] quantiles, double actual) {
        return update(levels, quantiles, actual, SLOWEST / GENTLE, FIRST * GENTLE);
    }

    private QuantileTracker update(
            double[] levels, double[] quantiles, double actual, double slowest, double first) {
        double[] calibrated = calibrated(quantiles);
        double rate = Math.max(slowest, 1 / (first + outcomes));
        double[] next = offsets.clone();
        for (int level = 0; level < levels.length; level++) {
            if (actual != calibrated[level]) {
                double below = actual < calibrated[level] ? 1 : 0;
                double moved = next[level] + rate * (levels[level] - below);
                next[level] = Math.max(-LARGEST, Math.min(LARGEST, moved));
            }
        }
        double distance = Math.abs(actual - quantiles[quantiles.length / 2]);
        double fading = Math.min(FADING, outcomes / (outcomes + 1.0));
        return new QuantileTracker(next, fading * error + (1 - fading) * distance, outcomes + 1);
    }
}
