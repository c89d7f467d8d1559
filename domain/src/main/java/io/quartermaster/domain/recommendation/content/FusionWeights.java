package io.quartermaster.domain.recommendation.content;

import io.quartermaster.domain.optimisation.Cholesky;
import java.util.Arrays;
import java.util.List;

/**
 * How much each modality counts: the weights w of a logistic regression that tells items chosen
 * together from others, {@code P = 1 / (1 + exp(-(b + sum of w_m cosine_m)))}, none below 0. Fitted
 * by Newton's method on those that are above 0 (an active set), with a small ridge.
 */
public final class FusionWeights {

    private static final int STEPS = 50;
    private static final double RIDGE = 1e-3;
    private static final double CLOSE = 1e-8;

    private final double[][] rows;
    private final boolean[] chosen;
    private final double[] weights;

    private FusionWeights(List<Modality> modalities, ItemPairs pairs) {
        int count = pairs.chosen().length + pairs.others().length;
        rows = new double[count][modalities.size() + 1];
        chosen = new boolean[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = i < pairs.chosen().length;
            int[] pair = chosen[i] ? pairs.chosen()[i] : pairs.others()[i - pairs.chosen().length];
            for (int m = 0; m < modalities.size(); m++) {
                rows[i][m] = modalities.get(m).cosine(pair[0], pair[1]);
            }
            rows[i][modalities.size()] = 1;
        }
        weights = new double[modalities.size() + 1];
    }

    /**
     * Learns.
     *
     * @return one a modality, 0 or more, adding up to 1; equal ones where pairs tell nothing
     */
    public static double[] learn(List<Modality> modalities, ItemPairs pairs) {
        FusionWeights fit = new FusionWeights(modalities, pairs);
        fit.fit();
        double[] learnt = Arrays.copyOf(fit.weights, modalities.size());
        double sum = Arrays.stream(learnt).sum();
        for (int m = 0; m < learnt.length; m++) {
            learnt[m] = sum > 0 ? learnt[m] / sum : 1.0 / learnt.length;
        }
        return learnt;
    }

    private void fit() {
        int size = weights.length;
        boolean[] out = new boolean[size];
        for (int step = 0; step < STEPS && rows.length > 0; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            gather(gradient, curvature);
            for (int m = 0; m < size - 1; m++) {
                // One that left comes back where the loss falls with it.
                out[m] = weights[m] <= 0 && gradient[m] >= 0;
            }
            double[] move = solve(curvature, gradient, out);
            double largest = 0;
            for (int m = 0; m < size; m++) {
                double before = weights[m];
                double after = out[m] ? before : before - move[m];
                weights[m] = m < size - 1 ? Math.max(0, after) : after;
                largest = Math.max(largest, Math.abs(weights[m] - before));
            }
            if (largest < CLOSE) {
                break;
            }
        }
    }

    private void gather(double[] gradient, double[][] curvature) {
        int size = weights.length;
        for (int m = 0; m < size; m++) {
            gradient[m] = m < size - 1 ? RIDGE * weights[m] * rows.length : 0;
            curvature[m][m] = RIDGE * rows.length;
        }
        for (int i = 0; i < rows.length; i++) {
            double value = 0;
            for (int m = 0; m < size; m++) {
                value += weights[m] * rows[i][m];
            }
            double share = 1 / (1 + StrictMath.exp(-value));
            double error = share - (chosen[i] ? 1 : 0);
            double weight = share * (1 - share);
            for (int m = 0; m < size; m++) {
                gradient[m] += error * rows[i][m];
                for (int n = 0; n < size; n++) {
                    curvature[m][n] += weight * rows[i][m] * rows[i][n];
                }
            }
        }
    }

    /** The step of Newton's method; what is out stays 0. */
    private static double[] solve(double[][] matrix, double[] right, boolean[] out) {
        for (int i = 0; i < right.length; i++) {
            right[i] = out[i] ? 0 : right[i];
            for (int j = 0; j < right.length; j++) {
                if (out[i] || out[j]) {
                    matrix[i][j] = i == j ? 1 : 0;
                }
            }
        }
        // The ridge keeps it positive definite.
        Cholesky.solve(matrix, right);
        return right;
    }
}
