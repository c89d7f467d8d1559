package io.quartermaster.domain.satisfaction;

import java.time.Duration;

/**
 * Several sums that forget, in event time: an amount x_k seen at t_k counts x_k 2^(-(t - t_k) / h)
 * at time t, so half of it after one half-life h. All sums share one clock, so that a rate of two
 * of them does not change while nothing is seen.
 *
 * @param atMillis time up to which the sums are decayed, epoch milliseconds; 0 before the first
 * @param sums the sums at that time
 */
public record DecayCounter(long atMillis, double[] sums) {

    public static DecayCounter of(int sums) {
        return new DecayCounter(0, new double[sums]);
    }

    /** Adds to each sum; amounts that come late count as if they had come in time. */
    public DecayCounter plus(double[] amounts, long timeMillis, Duration halfLife) {
        double[] next = sums.clone();
        boolean late = timeMillis < atMillis;
        if (!late) {
            decay(next, factor(timeMillis - atMillis, halfLife));
        }
        double share = late ? factor(atMillis - timeMillis, halfLife) : 1;
        for (int i = 0; i < next.length; i++) {
            next[i] += amounts[i] * share;
        }
        return new DecayCounter(Math.max(atMillis, timeMillis), next);
    }

    /** The sums as of a later time. */
    public double[] at(long timeMillis, Duration halfLife) {
        double[] then = sums.clone();
        decay(then, factor(Math.max(0, timeMillis - atMillis), halfLife));
        return then;
    }

    private static void decay(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double factor(long millis, Duration halfLife) {
        return millis == 0 ? 1 : Math.pow(2, -(double) millis / halfLife.toMillis());
    }
}
