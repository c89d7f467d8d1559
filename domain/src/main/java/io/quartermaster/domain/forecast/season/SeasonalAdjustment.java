package io.quartermaster.domain.forecast.season;

import java.util.Arrays;

/**
 * A season of any period, told apart from the rest so that models without one can forecast what is
 * left: a decomposition y = trend + season + rest, of logarithms where all values lie above 0.
 *
 * <p>How fast older seasons fade, how far phases are smoothed together and how much of the profile
 * is believed are learnt from the series: those under which each of the last seasons was best told
 * from the ones before it, the share by least squares of what came on what the profile told. A
 * series whose profile tells nothing of the next season has none.
 *
 * @param logarithm whether the season multiplies
 * @param profile [period] by phase, step i of the history has phase i modulo the period; empty
 *     without a season
 */
public record SeasonalAdjustment(boolean logarithm, double[] profile) {

    private static final double[] DECAYS = {0.5, 0.6, 0.7, 0.8, 0.9, 1};
    private static final int[] WIDTHS = {0, 1, 2, 3, 4};

    /** Wider smoothing than this share of a period would blur the season itself. */
    private static final int WIDEST = 10;

    /** Seasons at the end that are told from those before. */
    private static final int TOLD = 8;

    private static final int ROUNDS = 3;
    private static final int NARROWEST = 7;
    private static final double LEAST_SHARE = 0.05;
    private static final SeasonalAdjustment NONE = new SeasonalAdjustment(false, new double[0]);

    /** What was learnt of a profile. */
    private record Choice(SeasonalProfile profile, double share) {}

    /**
     * Finds the season.
     *
     * @param values oldest first, NaN where missing
     * @param period steps of a season; 1 for none, and none is found in less than two and a quarter
     */
    public static SeasonalAdjustment of(double[] values, int period) {
        if (!isLongEnough(values.length, period)) {
            return NONE;
        }
        boolean logarithm = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v > 0);
        double[] y = logarithm ? Arrays.stream(values).map(Math::log).toArray() : values;
        Choice choice = choose(less(y, LocalTrend.overPeriod(y, period)), period);
        if (choice.share() < LEAST_SHARE) {
            return NONE;
        }
        double[] next = profile(y, period, choice.profile());
        double[] profile = new double[period];
        for (int i = 0; i < period; i++) {
            profile[(y.length + i) % period] = choice.share() * next[i];
        }
        return new SeasonalAdjustment(logarithm, profile);
    }

    static boolean isLongEnough(int values, int period) {
        return period > 1 && values >= 2 * period + Math.max(2, period / 4);
    }

    /** The trend is found anew without the season, the season without that trend. */
    private static double[] profile(double[] y, int period, SeasonalProfile form) {
        double[] trend = LocalTrend.overPeriod(y, period);
        double[] profile = new double[period];
        for (int round = 0; round < ROUNDS; round++) {
            profile = form.of(less(y, trend), y.length, period);
            double[] left = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                left[i] = y[i] - profile[Math.floorMod(i - y.length, period)];
            }
            trend = LocalTrend.smooth(left, Math.max(NARROWEST, period / 2 | 1));
        }
        return profile;
    }

    private static Choice choose(double[] deviations, int period) {
        Choice best = new Choice(new SeasonalProfile(1, 0), 0);
        double least = Double.POSITIVE_INFINITY;
        for (double decay : DECAYS) {
            for (int width : WIDTHS) {
                if (width * WIDEST <= period) {
                    SeasonalProfile profile = new SeasonalProfile(decay, width);
                    double[] sums = told(deviations, period, profile);
                    if (sums[0] < least) {
                        least = sums[0];
                        double share = sums[2] > 0 ? sums[1] / sums[2] : 0;
                        best = new Choice(profile, Math.max(0, Math.min(1, share)));
                    }
                }
            }
        }
        return best;
    }

    /** Sums of squared misses, of deviation times profile and of the profile squared. */
    private static double[] told(double[] deviations, int period, SeasonalProfile form) {
        double[] sums = new double[3];
        int n = deviations.length;
        for (int season = 1; season <= TOLD && n - season * period >= period; season++) {
            int from = n - season * period;
            double[] profile = form.of(deviations, from, period);
            for (int i = 0; i < period; i++) {
                double came = deviations[from + i];
                if (!Double.isNaN(came)) {
                    sums[0] += (came - profile[i]) * (came - profile[i]);
                    sums[1] += came * profile[i];
                    sums[2] += profile[i] * profile[i];
                }
            }
        }
        return sums;
    }

    static double[] less(double[] values, double[] others) {
        double[] less = new double[values.length];
        for (int i = 0; i < less.length; i++) {
            less[i] = values[i] - others[i];
        }
        return less;
    }

    /** Whether there is a season. */
    public boolean isThere() {
        return profile.length > 0;
    }

    /**
     * A value without its season.
     *
     * @param step of the history, from 0
     */
    public double remove(double value, long step) {
        return !isThere() ? value : logarithm ? value / factor(step) : value - phase(step);
    }

    /** A value with the season of a step. */
    public double restore(double value, long step) {
        return !isThere() ? value : logarithm ? value * factor(step) : value + phase(step);
    }

    private double factor(long step) {
        return Math.exp(phase(step));
    }

    private double phase(long step) {
        return profile[(int) (step % profile.length)];
    }
}
