package io.quartermaster.domain.recommendation.model;

import java.util.stream.IntStream;

/**
 * Inverts a symmetric positive definite matrix in place, by sweeping blocks of rows: with block K
 * and D = inverse of A(K,K), A(I,J) becomes A(I,J) - A(I,K) D A(K,J), A(I,K) becomes A(I,K) D and
 * A(K,K) becomes -D. After all blocks it is -inverse(A). n^3 floating point operations in updates
 * that keep to the cache. Source: Goodnight 1979 (the sweep operator), by blocks.
 */
final class SymmetricInverse {

    private static final int BLOCK = 64;
    private static final int COLUMNS = 512;

    private SymmetricInverse() {}

    /**
     * Inverts.
     *
     * @param lower row i holds its first i + 1 values; the inverse replaces them
     * @throws IllegalArgumentException when it is not positive definite
     */
    static void invert(double[][] lower) {
        int n = lower.length;
        for (int from = 0; from < n; from += BLOCK) {
            sweep(lower, from, Math.min(n, from + BLOCK));
        }
        for (double[] row : lower) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -row[j];
            }
        }
    }

    private static void sweep(double[][] lower, int from, int to) {
        int n = lower.length;
        int size = to - from;
        double[][] panel = new double[size][n];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < n; j++) {
                panel[k][j] = j <= from + k ? lower[from + k][j] : lower[j][from + k];
            }
        }
        double[][] inverse = small(panel, from);
        double[][] factors = new double[n][];
        IntStream.range(0, n).parallel().forEach(i -> factors[i] = factors(panel, inverse, i));
        for (int k = 0; k < size; k++) {
            java.util.Arrays.fill(panel[k], from, to, 0);
        }
        IntStream.range(0, (n + COLUMNS - 1) / COLUMNS)
                .parallel()
                .forEach(c -> update(lower, panel, factors, c * COLUMNS, from, to));
        replace(lower, factors, inverse, from, to);
    }

    /** Row i of A(I,K) D. */
    private static double[] factors(double[][] panel, double[][] inverse, int i) {
        int size = inverse.length;
        double[] row = new double[size];
        for (int k = 0; k < size; k++) {
            double value = panel[k][i];
            for (int l = 0; l < size; l++) {
                row[l] += value * inverse[k][l];
            }
        }
        return row;
    }

    private static void update(
            double[][] lower, double[][] panel, double[][] factors, int start, int from, int to) {
        for (int i = start; i < lower.length; i++) {
            if (i < from || i >= to) {
                int end = Math.min(i + 1, start + COLUMNS);
                for (int k = 0; k < panel.length; k += 4) {
                    if (k + 4 <= panel.length) {
                        four(lower[i], panel, factors[i], k, start, end);
                    } else {
                        rest(lower[i], panel, factors[i], k, start, end);
                    }
                }
            }
        }
    }

    private static void four(
            double[] row, double[][] panel, double[] factors, int k, int start, int end) {
        double f0 = factors[k];
        double f1 = factors[k + 1];
        double f2 = factors[k + 2];
        double f3 = factors[k + 3];
        double[] p0 = panel[k];
        double[] p1 = panel[k + 1];
        double[] p2 = panel[k + 2];
        double[] p3 = panel[k + 3];
        for (int j = start; j < end; j++) {
            row[j] -= f0 * p0[j] + f1 * p1[j] + f2 * p2[j] + f3 * p3[j];
        }
    }

    private static void rest(
            double[] row, double[][] panel, double[] factors, int first, int start, int end) {
        for (int k = first; k < panel.length; k++) {
            for (int j = start; j < end; j++) {
                row[j] -= factors[k] * panel[k][j];
            }
        }
    }

    private static void replace(
            double[][] lower, double[][] factors, double[][] inverse, int from, int to) {
        for (int i = 0; i < lower.length; i++) {
            for (int k = from; k < to; k++) {
                if (i < from) {
                    lower[k][i] = factors[i][k - from];
                } else if (i >= to) {
                    lower[i][k] = factors[i][k - from];
                } else if (k <= i) {
                    lower[i][k] = -inverse[i - from][k - from];
                }
            }
        }
    }

    /** The inverse of the block on the diagonal, one sweep after the other. */
    private static double[][] small(double[][] panel, int from) {
        int size = panel.length;
        double[][] a = new double[size][size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(panel[i], from, a[i], 0, size);
        }
        for (int k = 0; k < size; k++) {
            double pivot = a[k][k];
            if (!(pivot > 0)) {
                throw new IllegalArgumentException(
                        "The matrix is not positive definite (pivot %s at %d).\nMaybe a larger regularisation."
                                .formatted(pivot, from + k));
            }
            for (int i = 0; i < size; i++) {
                double factor = a[i][k] / pivot;
                for (int j = 0; i != k && j < size; j++) {
                    a[i][j] -= j == k ? 0 : factor * a[k][j];
                }
            }
            for (int i = 0; i < size; i++) {
                if (i != k) {
                    a[i][k] /= pivot;
                    a[k][i] = a[i][k];
                }
            }
            a[k][k] = -1 / pivot;
        }
        for (double[] row : a) {
            for (int j = 0; j < size; j++) {
                row[j] = -row[j];
            }
        }
        return a;
    }
}
