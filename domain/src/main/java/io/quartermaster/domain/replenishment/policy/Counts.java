package io.quartermaster.domain.replenishment.policy;

import java.util.Arrays;

/**
 * Makes distributions of whole units. Poisson and negative binomial grow outwards from their
 * likeliest count by the ratio of neighbours, so that no probability is ever too small to start
 * from.
 */
public final class Counts {

    private static final double NEGLIGIBLE = 1e-16;

    private Counts() {}

    /** Poisson demand: {@code p(k + 1) / p(k) = mean / (k + 1)}. */
    public static CountDemand poisson(double mean) {
        Terms.positive("mean of demand", mean, "the item is not sold: then no stock is wanted");
        return around(Math.floor(mean), new Ratio(0, mean));
    }

    /**
     * Negative binomial demand: {@code p(k + 1) / p(k) = (1 - m / v) (r + k) / (k + 1)}, r = m^2 /
     * (v - m).
     *
     * @param mean m, units, above 0
     * @param deviation root of v, units, above the root of the mean
     */
    public static CountDemand negativeBinomial(double mean, double deviation) {
        Terms.positive("mean of demand", mean, "the item is not sold: then no stock is wanted");
        Terms.finite("standard deviation of demand", deviation);
        double variance = deviation * deviation;
        if (!(variance > mean * (1 + 1e-9))) {
            throw new IllegalArgumentException(
                    "The standard deviation of demand (%s) must be above the root of its mean (%s) for a negative binomial.\nMaybe take poisson or normal."
                            .formatted(deviation, Math.sqrt(mean)));
        }
        double size = mean * mean / (variance - mean);
        double odds = 1 - mean / variance;
        double mode = size > 1 ? Math.floor(odds * (size - 1) / (1 - odds)) : 0;
        return around(mode, new Ratio(odds, odds * size));
    }

    /**
     * Counts with a mean and deviation: Poisson where the variance is the mean, negative binomial
     * where it is more, a rounded normal where it is less.
     */
    public static CountDemand fitted(double mean, double deviation) {
        Terms.positive("mean of demand", mean, "the item is not sold: then no stock is wanted");
        Terms.positive("standard deviation of demand", deviation, "it was rounded to 0");
        double excess = deviation * deviation / mean - 1;
        if (Math.abs(excess) < 1e-9) {
            return poisson(mean);
        }
        return excess > 0
                ? negativeBinomial(mean, deviation)
                : rounded(new NormalDemand(mean, deviation));
    }

    /** Any demand in whole units: k takes what lies between k - 0.5 and k + 0.5, 0 all below. */
    public static CountDemand rounded(Demand demand) {
        if (demand instanceof CountDemand counts) {
            return counts;
        }
        int last = CountDemand.count(Math.ceil(Math.max(0, demand.quantile(1 - 1e-13))));
        double[] weights = new double[last + 1];
        double before = 0;
        for (int k = 0; k <= last; k++) {
            double upTo = demand.cumulative(k + 0.5);
            weights[k] = Math.max(0, upTo - before);
            before = upTo;
        }
        return CountDemand.of(weights);
    }

    /** The ratio of neighbours, (slope k + constant) / (k + 1). */
    private record Ratio(double slope, double constant) {
        double up(double k) {
            return (slope * k + constant) / (k + 1);
        }
    }

    private static CountDemand around(double mode, Ratio ratio) {
        int middle = CountDemand.count(mode);
        double[] up = new double[64];
        int ups = 0;
        double weight = 1;
        for (int k = middle; weight > NEGLIGIBLE; k++) {
            if (ups == up.length) {
                up = Arrays.copyOf(up, CountDemand.count(2.0 * ups));
            }
            up[ups++] = weight;
            weight *= ratio.up(k);
        }
        double[] down = new double[middle];
        int downs = 0;
        weight = 1;
        for (int k = middle - 1; k >= 0; k--) {
            weight /= ratio.up(k);
            if (weight <= NEGLIGIBLE) {
                break;
            }
            down[downs++] = weight;
        }
        double[] weights = new double[downs + ups];
        for (int i = 0; i < downs; i++) {
            weights[i] = down[downs - 1 - i];
        }
        System.arraycopy(up, 0, weights, downs, ups);
        return new CountDemand(middle - downs, weights);
    }
}
