package io.quartermaster.domain.satisfaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks entities by S = sum of w_i S_i over given indicators. The weight of a missing value is
 * spread over the others of the row in proportion; its part is then missing too.
 *
 * @param entity its name
 * @param score S, NaN if every value is missing
 * @param parts w_i S_i, NaN where missing
 */
public record EntityRanking(String entity, double score, double[] parts) {

    /** Best first, those without a score last; ties by name. */
    public static List<EntityRanking> of(
            List<String> entities, double[][] values, double[] weights) {
        List<EntityRanking> ranked = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            ranked.add(of(entities.get(row), values[row], weights));
        }
        ranked.sort(
                Comparator.comparingDouble(EntityRanking::scoreOrLeast)
                        .reversed()
                        .thenComparing(EntityRanking::entity));
        return ranked;
    }

    private static EntityRanking of(String entity, double[] values, double[] weights) {
        double known = 0;
        for (int i = 0; i < values.length; i++) {
            known += Double.isNaN(values[i]) ? 0 : weights[i];
        }
        double[] parts = new double[values.length];
        double score = known == 0 ? Double.NaN : 0;
        for (int i = 0; i < values.length; i++) {
            parts[i] = weights[i] / known * values[i];
            score += Double.isNaN(values[i]) ? 0 : parts[i];
        }
        return new EntityRanking(entity, score, parts);
    }

    private double scoreOrLeast() {
        return Double.isNaN(score) ? -1 : score;
    }
}
