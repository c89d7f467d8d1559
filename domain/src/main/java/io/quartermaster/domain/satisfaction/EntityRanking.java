package io.quartermaster.domain.satisfaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Ranks entities by S = sum over groups c and indicators i of s_c w_i S_ci, with shares s of groups
 * (one group of share 1 where there are none). The weight of a missing value is spread over the
 * others of its group in proportion; a group without any value has no share. The part of an
 * indicator that is missing in every group is missing too.
 *
 * @param entity its name
 * @param score S, NaN if every value is missing
 * @param parts sum over c of s_c w_i S_ci, NaN where missing
 */
public record EntityRanking(String entity, double score, double[] parts) {

    /** Best first, those without a score last; ties by name. */
    public static List<EntityRanking> of(Map<String, List<GroupScore>> entities, double[] weights) {
        List<EntityRanking> ranked = new ArrayList<>();
        entities.forEach((entity, groups) -> ranked.add(of(entity, groups, weights)));
        ranked.sort(
                Comparator.comparingDouble(EntityRanking::scoreOrLeast)
                        .reversed()
                        .thenComparing(EntityRanking::entity));
        return ranked;
    }

    private static EntityRanking of(String entity, List<GroupScore> groups, double[] weights) {
        double[] parts = new double[weights.length];
        Arrays.fill(parts, Double.NaN);
        double all = 0;
        for (GroupScore group : groups) {
            all += group.hasScore(weights) ? group.share() : 0;
        }
        double score = all == 0 ? Double.NaN : 0;
        for (GroupScore group : groups) {
            double known = group.known(weights);
            for (int i = 0; i < parts.length && group.hasScore(weights); i++) {
                double value = group.indicators()[i];
                if (!Double.isNaN(value)) {
                    double part = group.share() / all * weights[i] / known * value;
                    parts[i] = Double.isNaN(parts[i]) ? part : parts[i] + part;
                    score += part;
                }
            }
        }
        return new EntityRanking(entity, score, parts);
    }

    private double scoreOrLeast() {
        return Double.isNaN(score) ? -1 : score;
    }
}
