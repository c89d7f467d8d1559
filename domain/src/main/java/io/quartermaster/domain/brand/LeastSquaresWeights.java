package io.quartermaster.domain.brand;

import java.util.Arrays;

/**
 * Weights with the least sum of (a_ij - w_i / w_j)^2 (Saaty and Vargas 1984), by
 * Levenberg-Marquardt on their logarithms. There may be several minima; this finds the one downhill
 * from where it starts.
 */
final class LeastSquaresWeights {

    private static final int STEPS = 500;
    private static final double PRECISION = 1e-14;
    private static final double LARGEST_DAMPING = 1e12;

    private final double[][] judgements;
    private final int free;
    private double damping = 1e-3;

    private LeastSquaresWeights(double[][] judgements) {
        this.judgements = judgements;
        this.free = judgements.length - 1;
    }

    static double[] of(double[][] judgements, double[] start) {
        return judgements.length < 2 ? start : new LeastSquaresWeights(judgements).from(start);
    }

    private double[] from(double[] start) {
        double[] logs = Arrays.stream(start).map(Math::log).toArray();
        double error = error(logs);
        for (int step = 0; step < STEPS && damping < LARGEST_DAMPING; step++) {
            double[] next = next(logs);
            double lower = error(next);
            if (lower <= error) {
                boolean settled = error - lower <= PRECISION * error;
                logs = next;
                error = lower;
                damping /= 3;
                if (settled) {
                    break;
                }
            } else {
                damping *= 4;
            }
        }
        double[] weights = Arrays.stream(logs).map(Math::exp).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private double error(double[] logs) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            for (int j = 0; j < logs.length; j++) {
                double off = judgements[i][j] - Math.exp(logs[i] - logs[j]);
                sum += off * off;
            }
        }
        return sum;
    }

    /** One damped step of Gauss and Newton; the last logarithm stays, as only ratios count. */
    private double[] next(double[] logs) {
        double[][] normal = new double[free][free];
        double[] right = new double[free];
        for (int i = 0; i <= free; i++) {
            for (int j = 0; j <= free; j++) {
                if (i != j) {
                    add(normal, right, i, j, logs);
                }
            }
        }
        for (int i = 0; i < free; i++) {
            normal[i][i] *= 1 + damping;
        }
        double[] step = solved(normal, right);
        double[] next = logs.clone();
        for (int i = 0; i < free; i++) {
            next[i] += step[i];
        }
        return next;
    }

    /** The residual of one judgement: its slope is e in x_i and -e in x_j. */
    private void add(double[][] normal, double[] right, int i, int j, double[] logs) {
        double ratio = Math.exp(logs[i] - logs[j]);
        double off = judgements[i][j] - ratio;
        if (i < free) {
            normal[i][i] += ratio * ratio;
            right[i] += ratio * off;
        }
        if (j < free) {
            normal[j][j] += ratio * ratio;
            right[j] -= ratio * off;
        }
        if (i < free && j < free) {
            normal[i][j] -= ratio * ratio;
            normal[j][i] -= ratio * ratio;
        }
    }

    /** Gauss's elimination; the matrix is positive definite, so no row is exchanged. */
    private static double[] solved(double[][] matrix, double[] right) {
        int n = right.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = pivot + 1; row < n; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < n; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
                right[row] -= factor * right[pivot];
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = right[row];
            for (int column = row + 1; column < n; column++) {
                sum -= matrix[row][column] * solution[column];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
