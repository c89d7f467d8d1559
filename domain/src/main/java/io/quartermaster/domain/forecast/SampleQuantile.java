package io.quartermaster.domain.forecast;

import java.util.Arrays;

/**
 * Quantiles of a sample by linear interpolation between order statistics: with n sorted values,
 * level q lies at position (n - 1) q (type 7 of Hyndman and Fan 1996).
 */
public final class SampleQuantile {

    private SampleQuantile() {}

    /** A sorted copy. */
    public static double[] sorted(double[] sample) {
        double[] copy = sample.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Quantile of a sorted sample; 0 of an empty one. */
    public static double of(double[] sorted, double level) {
        if (sorted.length == 0) {
            return 0;
        }
        double position = (sorted.length - 1) * level;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
