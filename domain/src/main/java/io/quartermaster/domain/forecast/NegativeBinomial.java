package io.quartermaster.domain.forecast;

/**
 * Counts whose rate is itself uncertain: a Poisson count with a gamma rate of the given mean and
 * relative variance a has variance m + a m^2. With a = 0 it is the Poisson distribution.
 */
final class NegativeBinomial {

    /** Beyond this mean the normal approximation is used: its error is far below a unit's share. */
    private static final double LARGE_MEAN = 500;

    private NegativeBinomial() {}

    /** The least count with at least this probability at or below it. */
    static double quantile(double mean, double relativeVariance, double level) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > LARGE_MEAN) {
            double deviation = Math.sqrt(mean + relativeVariance * mean * mean);
            return Math.max(0, mean + deviation * StandardNormal.quantile(level));
        }
        double r = relativeVariance < 1e-9 ? Double.POSITIVE_INFINITY : 1 / relativeVariance;
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
}
