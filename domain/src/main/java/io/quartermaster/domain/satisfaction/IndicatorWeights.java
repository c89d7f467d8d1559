package io.quartermaster.domain.satisfaction;

import java.util.Arrays;

/** Weights of indicators: given, equal, by entropy or by the principal factor. They sum to 1. */
public final class IndicatorWeights {

    private static final double TOLERANCE = 1e-6;
    private static final double ROUNDING = 1e-12;

    private IndicatorWeights() {}

    /**
     * Refuses weights that are negative or do not sum to 1.
     *
     * @throws IllegalArgumentException naming the weight or the sum
     */
    public static void check(double[] weights) {
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException(
                        "The weight (%s) must not be negative.\nMaybe 0 to leave the indicator out."
                                .formatted(weight));
            }
        }
        double sum = Arrays.stream(weights).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                    "The weights %s sum to %s, not to 1.\nMaybe divide each by %s."
                            .formatted(Arrays.toString(weights), sum, sum));
        }
    }

    public static double[] equal(int indicators) {
        double[] weights = new double[indicators];
        Arrays.fill(weights, 1.0 / indicators);
        return weights;
    }

    /**
     * Entropy weights (Shannon; Hwang and Yoon 1981): p_ij = x_ij / sum_i x_ij, e_j = -sum_i p_ij
     * ln p_ij / ln n, w_j = (1 - e_j) / sum (1 - e). An indicator in which entities hardly differ
     * weighs little. Equal if none differs. Missing values are left out of their column.
     */
    public static double[] entropy(double[][] rows) {
        int indicators = rows[0].length;
        double[] spread = new double[indicators];
        for (int j = 0; j < indicators; j++) {
            double differing = 1 - entropy(column(rows, j));
            spread[j] = differing < ROUNDING ? 0 : differing;
        }
        return normalised(spread);
    }

    private static double entropy(double[] column) {
        double sum = Arrays.stream(column).sum();
        if (column.length < 2 || sum <= 0) {
            return 1;
        }
        double entropy = 0;
        for (double value : column) {
            double p = value / sum;
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy / Math.log(column.length);
    }

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows)
                .mapToDouble(row -> row[j])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /**
     * Weights by the principal factor: absolute loadings of the first eigenvector of the
     * correlation matrix (power iteration), normalised to 1. Equal if the rows say nothing of
     * correlation.
     *
     * @throws IllegalArgumentException when values are missing or rows are fewer than 3
     */
    public static double[] factor(double[][] rows) {
        double[][] correlation = correlation(rows);
        int n = correlation.length;
        double[] vector = equal(n);
        // A start with unequal parts is not orthogonal to the first eigenvector.
        Arrays.setAll(vector, i -> 1 + 0.01 * i);
        for (int step = 0; step < 1000; step++) {
            double[] next = new double[n];
            double norm = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += correlation[i][j] * vector[j];
                }
                norm += next[i] * next[i];
            }
            double length = Math.sqrt(norm);
            Arrays.setAll(next, i -> next[i] / length);
            vector = next;
        }
        double[] loadings = vector;
        double[] absolute = new double[n];
        Arrays.setAll(absolute, i -> Math.abs(loadings[i]));
        return normalised(absolute);
    }

    private static double[][] correlation(double[][] rows) {
        if (rows.length < 3) {
            throw new IllegalArgumentException(
                    "The number of entities (%d) is too small for factor weights.\nMaybe at least 3, or --weights equal."
                            .formatted(rows.length));
        }
        int n = rows[0].length;
        double[][] columns = new double[n][];
        for (int j = 0; j < n; j++) {
            columns[j] = standardised(rows, j);
        }
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < rows.length; k++) {
                    correlation[i][j] += columns[i][k] * columns[j][k];
                }
            }
            // An indicator that never differs goes with itself only.
            correlation[i][i] = 1;
        }
        return correlation;
    }

    private static double[] standardised(double[][] rows, int j) {
        double[] column = Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
        double mean = Arrays.stream(column).average().orElseThrow();
        if (Double.isNaN(mean)) {
            throw new IllegalArgumentException(
                    "A value of indicator number (%d) is missing; factor weights need all.\nMaybe fill it, or --weights equal."
                            .formatted(j + 1));
        }
        double norm = Math.sqrt(Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum());
        return Arrays.stream(column).map(x -> norm == 0 ? 0 : (x - mean) / norm).toArray();
    }

    private static double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        if (sum <= 0) {
            return equal(values.length);
        }
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }
}
