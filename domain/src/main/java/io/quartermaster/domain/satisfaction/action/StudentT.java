package io.quartermaster.domain.satisfaction.action;

/** Student's t distribution with whole degrees of freedom. */
final class StudentT {

    private static final int HALVINGS = 200;

    private StudentT() {}

    /** P(-t &lt; T &lt; t) for t of 0 or more (Abramowitz and Stegun 26.7.3 and 26.7.4). */
    static double within(double t, int freedom) {
        double angle = Math.atan(t / Math.sqrt(freedom));
        double cosine = Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
            term *= cosine * cosine * (k - 1.0) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }

    /** The t that T stays within with this chance, above 0 and below 1. */
    static double quantile(double chance, int freedom) {
        double low = 0;
        double high = 1;
        while (within(high, freedom) < chance) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = (low + high) / 2;
            if (within(middle, freedom) < chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
