package io.quartermaster.domain.satisfaction;

import java.util.Arrays;

/**
 * Weights of indicators: given, equal or by entropy; {@link FactorWeights} has those of factor
 * analysis. They sum to 1.
 */
public final class IndicatorWeights {

    private static final double TOLERANCE = 1e-6;

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
        EntropySums sums = EntropySums.of(rows[0].length);
        for (double[] row : rows) {
            sums = sums.plus(row);
        }
        return sums.weights();
    }

    /** Shares of the sum; equal where it is 0. */
    static double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        if (sum <= 0) {
            return equal(values.length);
        }
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }
}
