package io.quartermaster.domain.forecast.smoothing;

import java.util.Arrays;

/**
 * The state before the first value (Hyndman and others, 2008, 2.6.1): seasons from the first years'
 * deviations from a moving mean, level and slope from a line through the first ten values that are
 * left, two seasons of them at least.
 */
final class FirstState {

    private static final int LINE = 10;
    private static final int SEASONS = 3;

    private FirstState() {}

    static SmoothingState of(SmoothingForm form, double[] values) {
        double[] season = season(form, values);
        int count = Math.min(values.length, Math.max(LINE, 2 * form.period()));
        double[] left = new double[count];
        for (int i = 0; i < count; i++) {
            left[i] =
                    switch (form.season()) {
                        case NONE -> values[i];
                        case ADDITIVE -> values[i] - season[i % form.period()];
                        case MULTIPLICATIVE -> values[i] / season[i % form.period()];
                    };
        }
        return form.trend() ? line(left, season, form) : flat(left, season);
    }

    private static SmoothingState flat(double[] left, double[] season) {
        double mean = Arrays.stream(left).filter(v -> !Double.isNaN(v)).average().orElse(0);
        return new SmoothingState(mean, 0, season, 0);
    }

    /** Least squares on the numbers of the steps; the level is the line's value before step 1. */
    private static SmoothingState line(double[] left, double[] season, SmoothingForm form) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < left.length; i++) {
            if (!Double.isNaN(left[i])) {
                n++;
                x += i + 1;
                y += left[i];
                xx += (i + 1.0) * (i + 1);
                xy += (i + 1) * left[i];
            }
        }
        double determinant = n * xx - x * x;
        double slope = determinant > 0 ? (n * xy - x * y) / determinant : 0;
        double level = n > 0 ? (y - slope * x) / n : 0;
        boolean relative =
                form.error() == Component.MULTIPLICATIVE
                        || form.season() == Component.MULTIPLICATIVE;
        // A line through the start of a positive series may begin at or below nothing.
        if (relative && level + slope <= 0) {
            return flat(left, season);
        }
        return new SmoothingState(level, slope, season, 0);
    }

    private static double[] season(SmoothingForm form, double[] values) {
        if (!form.seasonal()) {
            return new double[0];
        }
        int period = form.period();
        double[] sums = new double[period];
        int[] counts = new int[period];
        int end = Math.min(values.length, period * SEASONS + period);
        for (int i = 0; i < end; i++) {
            double around = movingMean(values, i, period);
            double part =
                    form.season() == Component.ADDITIVE ? values[i] - around : values[i] / around;
            if (!Double.isNaN(part) && !Double.isInfinite(part)) {
                sums[i % period] += part;
                counts[i % period]++;
            }
        }
        double neutral = form.season() == Component.ADDITIVE ? 0 : 1;
        double[] season = new double[period];
        for (int i = 0; i < period; i++) {
            season[i] = counts[i] == 0 ? neutral : sums[i] / counts[i];
        }
        return normalised(season, form);
    }

    private static double[] normalised(double[] season, SmoothingForm form) {
        double mean = Arrays.stream(season).average().orElse(0);
        for (int i = 0; i < season.length; i++) {
            season[i] =
                    form.season() == Component.ADDITIVE
                            ? season[i] - mean
                            : Math.max(1e-2, season[i] / mean);
        }
        return season;
    }

    /** Of the season around a step, the nearest whole one at the ends. */
    private static double movingMean(double[] values, int at, int period) {
        int from = Math.max(0, Math.min(values.length - period, at - period / 2));
        double sum = 0;
        int count = 0;
        for (int i = from; i < Math.min(values.length, from + period); i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }
}
