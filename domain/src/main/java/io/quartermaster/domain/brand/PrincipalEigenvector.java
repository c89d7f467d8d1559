package io.quartermaster.domain.brand;

import java.util.Arrays;

/**
 * The principal right eigenvector of a positive matrix, by power iteration (Saaty 1980).
 *
 * @param weights sum 1
 * @param value the principal eigenvalue
 */
record PrincipalEigenvector(double[] weights, double value) {

    private static final int STEPS = 10_000;
    private static final double PRECISION = 1e-15;

    static PrincipalEigenvector of(double[][] matrix) {
        int n = matrix.length;
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        for (int step = 0; step < STEPS; step++) {
            double[] next = times(matrix, weights);
            double sum = Arrays.stream(next).sum();
            double change = 0;
            for (int i = 0; i < n; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - weights[i]));
            }
            weights = next;
            if (change < PRECISION) {
                break;
            }
        }
        return new PrincipalEigenvector(weights, Arrays.stream(times(matrix, weights)).sum());
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }
}
