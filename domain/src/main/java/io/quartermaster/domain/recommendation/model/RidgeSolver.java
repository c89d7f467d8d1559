package io.quartermaster.domain.recommendation.model;

/**
 * Solves small symmetric positive definite systems by Cholesky's factors A = U'U, in place. Every
 * inner loop adds a multiple of a row to a row, which the compiler vectorises.
 */
final class RidgeSolver {

    private RidgeSolver() {}

    /**
     * Solves A x = b.
     *
     * @param a upper triangle of A, column j of row i at [i][j], replaced by U
     * @param b replaced by x
     * @return false when A is not positive definite; then b is as it was
     */
    static boolean solve(double[][] a, double[] b) {
        if (!factor(a)) {
            return false;
        }
        int n = b.length;
        for (int i = 0; i < n; i++) {
            b[i] /= a[i][i];
            subtract(b, a[i], b[i], i + 1, n);
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i][j] * b[j];
            }
            b[i] = sum / a[i][i];
        }
        return true;
    }

    private static boolean factor(double[][] a) {
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

    private static void subtract(double[] from, double[] row, double factor, int start, int end) {
        for (int j = start; j < end; j++) {
            from[j] -= factor * row[j];
        }
    }
}
