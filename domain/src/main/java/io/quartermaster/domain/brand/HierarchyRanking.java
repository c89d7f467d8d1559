package io.quartermaster.domain.brand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
 * @param alonsoLamataRatios the same by Alonso and Lamata
 * @param mendings by path of every node with one matrix that is not consistent enough: the
 *     judgement to change
 * @param turns of every criterion whose weight can change who is first, the nearest one first
 * @param ranked best first; ties by name
 */
public record HierarchyRanking(
        Map<String, Double> weights,
        Map<String, Double> consistencyRatios,
        String worstPath,
        Priorities.WorstPair worstPair,
        Map<String, Double> alonsoLamataRatios,
        Map<String, Mending> mendings,
        List<Turn> turns,
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
     * @param method how weights come from judgements
     * @param forced whether to go on when judgements are inconsistent
     * @throws IllegalArgumentException on an unknown or missing criterion, or inconsistent
     *     judgements that are not forced
     */
    public static HierarchyRanking of(
            HierarchyNode goal,
            List<String> alternatives,
            Map<String, Values> values,
            PriorityMethod method,
            boolean forced) {
        Walk walk = new Walk(alternatives, values, method, forced);
        double[] scores = walk.visit(goal, goal.name(), 1);
        walk.checkAllUsed();
        return walk.ranking(scores);
    }

    /** One walk through the hierarchy, from the goal down. */
    private static final class Walk {
        private final List<String> alternatives;
        private final Map<String, Values> values;
        private final PriorityMethod method;
        private final boolean forced;
        private final List<Branching> branchings = new ArrayList<>();
        private final Map<String, Double> weights = new LinkedHashMap<>();
        private final Map<String, Double> ratios = new LinkedHashMap<>();
        private final Map<String, Double> alonsoLamataRatios = new LinkedHashMap<>();
        private final Map<String, Mending> mendings = new LinkedHashMap<>();
        private final Map<String, double[]> parts = new LinkedHashMap<>();
        private final List<String> used = new ArrayList<>();
        private String worstPath = "";
        private Priorities.WorstPair worstPair;
        private double worstRatio = -1;

        /** A criterion with the scores under it and under the node above, each alone. */
        private record Branching(
                String path, double above, double weight, double[] own, double[] all) {}

        Walk(
                List<String> alternatives,
                Map<String, Values> values,
                PriorityMethod method,
                boolean forced) {
            this.alternatives = alternatives;
            this.values = values;
            this.method = method;
            this.forced = forced;
        }

        /** Scores under the node alone, in the order of the alternatives. */
        double[] visit(HierarchyNode node, String path, double weight) {
            weights.put(path, weight);
            if (node.isLeaf()) {
                return rate(node, path, weight);
            }
            Priorities priorities = node.weighing().priorities(method);
            if (node.weighing().isJudged()) {
                note(path, priorities, node.weighing()::mending);
            }
            double[] all = new double[alternatives.size()];
            double[][] under = new double[node.criteria().size()][];
            for (int i = 0; i < under.length; i++) {
                HierarchyNode child = node.criteria().get(i);
                double share = priorities.weights()[i];
                under[i] = visit(child, path + "/" + child.name(), weight * share);
                for (int k = 0; k < all.length; k++) {
                    all[k] += share * under[i][k];
                }
            }
            for (int i = 0; i < under.length; i++) {
                String below = path + "/" + node.criteria().get(i).name();
                branchings.add(
                        new Branching(below, weight, priorities.weights()[i], under[i], all));
            }
            return all;
        }

        private double[] rate(HierarchyNode leaf, String path, double weight) {
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
            return local;
        }

        private double[] local(Values given, String path) {
            if (given instanceof Ratings ratings) {
                return ratings.values();
            }
            PairwiseMatrix matrix = ((Compared) given).matrix();
            Priorities priorities = matrix.priorities(method);
            note(path, priorities, matrix::mending);
            return priorities.weights();
        }

        private void note(String path, Priorities priorities, Supplier<Optional<Mending>> mending) {
            ratios.put(path, priorities.consistencyRatio());
            alonsoLamataRatios.put(path, priorities.alonsoLamataRatio());
            if (priorities.worst() != null && priorities.consistencyRatio() > worstRatio) {
                worstRatio = priorities.consistencyRatio();
                worstPath = path;
                worstPair = priorities.worst();
            }
            if (!priorities.consistent() && !forced) {
                throw new IllegalArgumentException(inconsistent(path, priorities, mending.get()));
            }
            if (!priorities.consistent()) {
                mending.get().ifPresent(one -> mendings.put(path, one));
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

        private List<Turn> turns(double[] scores) {
            Sensitivity sensitivity = new Sensitivity(alternatives, scores);
            return branchings.stream()
                    .flatMap(
                            one ->
                                    sensitivity
                                            .of(
                                                    one.path(),
                                                    one.above(),
                                                    one.weight(),
                                                    one.own(),
                                                    one.all())
                                            .stream())
                    .sorted(Comparator.comparingDouble(Turn::distance).thenComparing(Turn::path))
                    .toList();
        }

        HierarchyRanking ranking(double[] scores) {
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
            return new HierarchyRanking(
                    weights,
                    ratios,
                    worstPath,
                    worstPair,
                    alonsoLamataRatios,
                    mendings,
                    turns(scores),
                    ranked);
        }
    }

    /** Says that judgements contradict each other, with the pair to look at first. */
    public static String inconsistent(String path, Priorities priorities) {
        return inconsistent(path, priorities, Optional.empty());
    }

    private static String inconsistent(
            String path, Priorities priorities, Optional<Mending> mending) {
        Priorities.WorstPair worst = priorities.worst();
        return "The judgements of (%s) have a consistency ratio of %.4f, above %.2f; the worst pair is (%s|%s), judged %.4g where the others imply %.4g.\nMaybe %s, or go on with --force."
                .formatted(
                        path,
                        priorities.consistencyRatio(),
                        Priorities.LIMIT,
                        worst.first(),
                        worst.second(),
                        worst.judged(),
                        worst.implied(),
                        mending.map(HierarchyRanking::advice).orElse("judge that pair again"));
    }

    private static String advice(Mending mending) {
        return "judge (%s|%s) again: with %.4g instead of %.4g the ratio is %.4f"
                .formatted(
                        mending.first(),
                        mending.second(),
                        mending.value(),
                        mending.judged(),
                        mending.consistencyRatio());
    }
}
