package io.quartermaster.domain.brand;

import java.util.Arrays;
import java.util.List;

/**
 * Weights of the criteria.
 *
 * @param weights in the order of {@link BrandCriterion}, sum 1
 * @param consistencyRatio the largest of the experts they come from, 0 for given weights
 */
public record CriteriaWeights(double[] weights, double consistencyRatio) {

    /** Normalised geometric mean of the experts' priorities (Forman and Peniwati 1998). */
    public static CriteriaWeights of(List<Priorities> experts, double[] otherwise) {
        if (experts.isEmpty()) {
            return new CriteriaWeights(otherwise, 0);
        }
        double[] means = new double[otherwise.length];
        double ratio = 0;
        for (Priorities expert : experts) {
            for (int i = 0; i < means.length; i++) {
                means[i] += Math.log(expert.weights()[i]) / experts.size();
            }
            ratio = Math.max(ratio, expert.consistencyRatio());
        }
        Arrays.setAll(means, i -> Math.exp(means[i]));
        double sum = Arrays.stream(means).sum();
        return new CriteriaWeights(Arrays.stream(means).map(mean -> mean / sum).toArray(), ratio);
    }
}
