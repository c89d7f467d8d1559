package io.quartermaster.domain.forecast;

/**
 * Counts whose rate is itself uncertain: a Poisson count with a gamma rate of the given mean and
 * relative variance a has variance m + a m^2. With a = 0 it is the Poisson distribution.
 */
public final class NegativeBinomial {

    /** Beyond this mean the normal approximation is used: its error is far below a unit's share. */
    private static final double LARGE_MEAN = 500;

    /** Below it the distribution counts as Poisson. */
    private static final double SMALL_VARIANCE = 1e-9;

    private NegativeBinomial() {}

    /** The least count with at least this probability at or below it. */
    public static double quantile(double mean, double relativeVariance, double level) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > LARGE_MEAN) {
            double deviation = Math.sqrt(mean + relativeVariance * mean * mean);
            return Math.max(0, mean + deviation * StandardNormal.quantile(level));
        }
        double r =
                relativeVariance < SMALL_VARIANCE ? Double.POSITIVE_INFINITY : 1 / relativeVariance;
        double ratio = Double.isInfinite(r) ? 0 : mean / (mean + r);
        double probability = Double.isInfinite(r) ? Math.exp(-mean) : Math.pow(r / (r + mean), r);
        double sum = probability;
        int count = 0;
        while (sum < level && count < 100 * (mean + 1)) {
            probability *=
                    Double.isInfinite(r) ? mean / (count + 1) : ratio * (r + count) / (count + 1);
            sum += probability;
            count++;
        }
        return count;
    }

    /** Probability of at most so many. */
    public static double cumulative(double mean, double relativeVariance, int count) {
        if (mean <= 0) {
            return 1;
        }
        boolean poisson = relativeVariance < SMALL_VARIANCE;
        double r = 1 / relativeVariance;
        double ratio = poisson ? 0 : mean / (mean + r);
        double probability = poisson ? Math.exp(-mean) : Math.pow(r / (r + mean), r);
        double sum = probability;
        for (int i = 0; i < count; i++) {
            probability *= poisson ? mean / (i + 1) : ratio * (r + i) / (i + 1);
            sum += probability;
        }
        return sum;
    }
}
