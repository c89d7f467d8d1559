package io.quartermaster.domain.demand;

/**
 * Mean of a count that is known to be no less than some number: E[D | D ≥ s] = (μ - sum n p(n)) /
 * (1 - sum p(n)), n below s.
 */
final class CountTail {

    /** Below this share of the probability the sums have no digits left to divide by. */
    private static final double FAR = 1e-6;

    /** Above it units are counted by the dozen, or more: the Poisson part no longer matters. */
    private static final double MANY = 1000;

    private CountTail() {}

    /**
     * The mean of the tail.
     *
     * @param mean of the count, 0 or more
     * @param dispersion a of the variance μ + a μ²; 0 is the Poisson distribution
     * @param least 0 or more; where nearly all probability lies below it, the tail of a geometric
     *     distribution stands in
     */
    static double mean(double mean, double dispersion, double least) {
        if (mean <= 0 || least <= 0) {
            return Math.max(mean, least);
        }
        if (least > MANY) {
            return least / MANY * mean(mean / least * MANY, dispersion, MANY);
        }
        double ratio = dispersion * mean / (1 + dispersion * mean);
        double probability =
                dispersion < 1e-9
                        ? StrictMath.exp(-mean)
                        : StrictMath.pow(1 + dispersion * mean, -1 / dispersion);
        double below = 0;
        double sum = 0;
        for (int count = 0; count < least; count++) {
            below += probability;
            sum += count * probability;
            probability *=
                    dispersion < 1e-9
                            ? mean / (count + 1)
                            : ratio * (1 / dispersion + count) / (count + 1);
        }
        double tail = 1 - below;
        return tail < FAR ? least + ratio / (1 - ratio) : Math.max(least, (mean - sum) / tail);
    }
}
