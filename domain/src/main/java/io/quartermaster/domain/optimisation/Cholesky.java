package io.quartermaster.domain.optimisation;

/**
 * Solves symmetric positive definite systems by Cholesky's factors A = U'U, in place, upper
 * triangles only. Every inner loop adds a multiple of a row to a row, which the compiler
 * vectorises. Source: Golub and Van Loan 2013, section 4.2.
 */
public final class Cholesky {

    private Cholesky() {}

    /**
     * Solves A x = b.
     *
     * @param a upper triangle of A, column j of row i at [i][j], replaced by U
     * @param b replaced by x
     * @return false when A is not positive definite; then b is as it was, and a is of no use
     */
    public static boolean solve(double[][] a, double[] b) {
        if (!factor(a)) {
            return false;
        }
        substitute(a, b);
        return true;
    }

    /**
     * Replaces the upper triangle of A by U.
     *
     * @return false when A is not positive definite; then a is of no use
     */
    public static boolean factor(double[][] a) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            double[] row = a[k];
            if (!(row[k] > 0)) {
                return false;
            }
            double scale = 1 / Math.sqrt(row[k]);
            for (int j = k; j < n; j++) {
                row[j] *= scale;
            }
            for (int i = k + 1; i < n; i++) {
                subtract(a[i], row, row[i], i, n);
            }
        }
        return true;
    }

    /** Solves U'U x = b; b is replaced by x. */
    public static void substitute(double[][] factor, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            b[i] /= factor[i][i];
            subtract(b, factor[i], b[i], i + 1, n);
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= factor[i][j] * b[j];
            }
            b[i] = sum / factor[i][i];
        }
    }

    private static void subtract(double[] from, double[] row, double factor, int start, int end) {
        for (int j = start; j < end; j++) {
            from[j] -= factor * row[j];
        }
    }
}
