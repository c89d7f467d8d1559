package io.quartermaster.domain.brand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks alternatives by the analytic hierarchy process. A leaf's global weight is the product of
 * the weights on its path; an alternative's score is the sum over leaves of global weight times its
 * value there: a rating of 0 to 1, or its priority in a pairwise comparison of the alternatives.
 *
 * @param weights global weight by path ({@code goal/criterion/…}; the goal's is 1)
 * @param consistencyRatios by path of every node whose children, and every leaf whose alternatives,
 *     were compared in pairs
 * @param worstPath where the ratio is highest, empty if nothing was compared in threes or more
 * @param worstPair the judgement there that departs most, null if there is none
 * @param ranked best first; ties by name
 */
public record HierarchyRanking(
        Map<String, Double> weights,
        Map<String, Double> consistencyRatios,
        String worstPath,
        Priorities.WorstPair worstPair,
        List<Ranked> ranked) {

    /**
     * One alternative.
     *
     * @param name of the alternative
     * @param score sum of its parts
     * @param parts by path of the leaf
     */
    public record Ranked(String name, double score, Map<String, Double> parts) {}

    /** Values of the alternatives on one leaf: ratings, or a comparison in pairs. */
    public sealed interface Values {}

    /** Ratings of 0 to 1 in the order of the alternatives. */
    public record Ratings(double[] values) implements Values {}

    /** The alternatives compared in pairs. */
    public record Compared(PairwiseMatrix matrix) implements Values {}

    /**
     * Ranks.
     *
     * @param values by name or path of the leaf
     * @param forced whether to go on when judgements are inconsistent
     * @throws IllegalArgumentException on an unknown or missing criterion, or inconsistent
     *     judgements that are not forced
     */
    public static HierarchyRanking of(
            HierarchyNode goal,
            List<String> alternatives,
            Map<String, Values> values,
            boolean forced) {
        Walk walk = new Walk(alternatives, values, forced);
        walk.visit(goal, goal.name(), 1);
        walk.checkAllUsed();
        return walk.ranking();
    }

    /** One walk through the hierarchy, from the goal down. */
    private static final class Walk {
        private final List<String> alternatives;
        private final Map<String, Values> values;
        private final boolean forced;
        private final Map<String, Double> weights = new LinkedHashMap<>();
        private final Map<String, Double> ratios = new LinkedHashMap<>();
        private final Map<String, double[]> parts = new LinkedHashMap<>();
        private final List<String> used = new ArrayList<>();
        private String worstPath = "";
        private Priorities.WorstPair worstPair;
        private double worstRatio = -1;

        Walk(List<String> alternatives, Map<String, Values> values, boolean forced) {
            this.alternatives = alternatives;
            this.values = values;
            this.forced = forced;
        }

        void visit(HierarchyNode node, String path, double weight) {
            weights.put(path, weight);
            if (node.isLeaf()) {
                rate(node, path, weight);
                return;
            }
            Priorities priorities = node.weighing().priorities();
            if (node.weighing() instanceof HierarchyNode.Judged) {
                note(path, priorities);
            }
            for (int i = 0; i < node.criteria().size(); i++) {
                HierarchyNode child = node.criteria().get(i);
                visit(child, path + "/" + child.name(), weight * priorities.weights()[i]);
            }
        }

        private void rate(HierarchyNode leaf, String path, double weight) {
            String key = values.containsKey(path) ? path : leaf.name();
            Values given = values.get(key);
            if (given == null) {
                throw new IllegalArgumentException(
                        "The criterion (%s) has neither ratings nor a matrix of the alternatives.\nMaybe add \"ratings\": {\"%s\": …}."
                                .formatted(path, leaf.name()));
            }
            used.add(key);
            double[] local = local(given, path);
            double[] part = new double[alternatives.size()];
            for (int i = 0; i < part.length; i++) {
                part[i] = weight * local[i];
            }
            parts.put(path, part);
        }

        private double[] local(Values given, String path) {
            if (given instanceof Ratings ratings) {
                return ratings.values();
            }
            Priorities priorities = ((Compared) given).matrix().priorities();
            note(path, priorities);
            return priorities.weights();
        }

        private void note(String path, Priorities priorities) {
            ratios.put(path, priorities.consistencyRatio());
            if (priorities.worst() != null && priorities.consistencyRatio() > worstRatio) {
                worstRatio = priorities.consistencyRatio();
                worstPath = path;
                worstPair = priorities.worst();
            }
            if (!priorities.consistent() && !forced) {
                throw new IllegalArgumentException(inconsistent(path, priorities));
            }
        }

        void checkAllUsed() {
            for (String name : values.keySet()) {
                if (!used.contains(name)) {
                    throw new IllegalArgumentException(
                            "The criterion (%s) is rated but is no lowest criterion of the hierarchy.\nMaybe one of %s."
                                    .formatted(name, parts.keySet()));
                }
            }
        }

        HierarchyRanking ranking() {
            List<Ranked> ranked = new ArrayList<>();
            for (int i = 0; i < alternatives.size(); i++) {
                Map<String, Double> own = new LinkedHashMap<>();
                double score = 0;
                for (Map.Entry<String, double[]> part : parts.entrySet()) {
                    own.put(part.getKey(), part.getValue()[i]);
                    score += part.getValue()[i];
                }
                ranked.add(new Ranked(alternatives.get(i), score, own));
            }
            ranked.sort(
                    Comparator.comparingDouble(Ranked::score)
                            .reversed()
                            .thenComparing(Ranked::name));
            return new HierarchyRanking(weights, ratios, worstPath, worstPair, ranked);
        }
    }

    /** Says that judgements contradict each other, with the pair to look at first. */
    public static String inconsistent(String path, Priorities priorities) {
        Priorities.WorstPair worst = priorities.worst();
        return "The judgements of (%s) have a consistency ratio of %.4f, above %.2f; the worst pair is (%s|%s), judged %.4g where the others imply %.4g.\nMaybe judge that pair again, or go on with --force."
                .formatted(
                        path,
                        priorities.consistencyRatio(),
                        Priorities.LIMIT,
                        worst.first(),
                        worst.second(),
                        worst.judged(),
                        worst.implied());
    }
}
