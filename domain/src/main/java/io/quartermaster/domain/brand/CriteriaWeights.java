package io.quartermaster.domain.brand;

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
        List<ExpertPanel.Member<Priorities>> panel =
                experts.stream().map(one -> new ExpertPanel.Member<>("", 1, one)).toList();
        Priorities together = ExpertPanel.priorities(panel);
        return new CriteriaWeights(together.weights(), together.consistencyRatio());
    }
}
