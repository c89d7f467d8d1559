package io.quartermaster.domain.brand;

/**
 * A criterion as it was measured.
 *
 * @param rating 0 to 1, NaN where nothing was measured
 * @param count n, the observations it rests on, 0 or more
 */
record Measured(double rating, double count) {

    static final Measured NOTHING = new Measured(Double.NaN, 0);

    /** A number of 0 or more on the scale of 0 to 1: 0.5 where it is 1. */
    static double half(double ratio) {
        return ratio / (1 + ratio);
    }

    static double limited(double rating) {
        return Math.min(1, Math.max(0, rating));
    }

    /** Mean of parts that are known, by their weights; unknown ones are NaN. */
    static double mean(double[] parts, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!Double.isNaN(parts[i])) {
                sum += weights[i] * parts[i];
                total += weights[i];
            }
        }
        return total == 0 ? Double.NaN : sum / total;
    }
}
