package io.quartermaster.domain.satisfaction;

import java.util.Arrays;

/**
 * Weights of indicators: given, equal or by entropy; {@link FactorWeights} has those of factor
 * analysis. They sum to 1.
 */
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

    private static double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        if (sum <= 0) {
            return equal(values.length);
        }
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }
}
