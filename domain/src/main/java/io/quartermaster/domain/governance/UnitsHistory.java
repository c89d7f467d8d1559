package io.quartermaster.domain.governance;

import java.util.Arrays;

/**
 * How many units an item's orders had so far: counts in buckets of a quarter octave, bucket b
 * holding units from 2^(b/4) to below 2^((b+1)/4). It grows with the logarithm of the largest
 * order, gives median and median absolute deviation to a quarter octave, and does not depend on the
 * order of what it counted.
 *
 * @param counts orders by bucket
 * @param orders number of orders
 */
public record UnitsHistory(int[] counts, int orders) {

    /** Buckets that double the units. */
    static final int BUCKETS_PER_OCTAVE = 4;

    private static final double ROUNDING = 1e-9;

    /** No order yet. */
    public static final UnitsHistory EMPTY = new UnitsHistory(new int[0], 0);

    /** The history with one order more. */
    public UnitsHistory plus(long units) {
        int bucket = bucketOf(units);
        int[] longer = Arrays.copyOf(counts, Math.max(counts.length, bucket + 1));
        longer[bucket]++;
        return new UnitsHistory(longer, orders + 1);
    }

    /** Bucket in which half of the orders lie at or below. */
    int medianBucket() {
        int below = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            below += counts[bucket];
            if (below > (orders - 1) / 2) {
                return bucket;
            }
        }
        throw new IllegalStateException("A history without orders has no median.");
    }

    /** Buckets within which half of the orders lie on either side of the median. */
    int deviationBuckets() {
        int median = medianBucket();
        int within = 0;
        for (int distance = 0; ; distance++) {
            within += count(median + distance) + (distance == 0 ? 0 : count(median - distance));
            if (within > (orders - 1) / 2) {
                return distance;
            }
        }
    }

    static int bucketOf(long units) {
        double octaves = StrictMath.log((double) units) / StrictMath.log(2);
        return (int) StrictMath.floor(BUCKETS_PER_OCTAVE * octaves + ROUNDING);
    }

    private int count(int bucket) {
        return bucket >= 0 && bucket < counts.length ? counts[bucket] : 0;
    }
}
