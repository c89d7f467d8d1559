package io.quartermaster.domain.brand;

/**
 * Mean consistency index of random reciprocal matrices, Saaty's table for n up to 15 and the line
 * of Alonso and Lamata (2006), (1.7699 n - 4.3513) / (n - 1), beyond.
 */
final class RandomIndex {

    private static final double[] SAATY = {
        0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };

    private RandomIndex() {}

    static double of(int n) {
        return n < SAATY.length ? SAATY[n] : (1.7699 * n - 4.3513) / (n - 1);
    }
}
