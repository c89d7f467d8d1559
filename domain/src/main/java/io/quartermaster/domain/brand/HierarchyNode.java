package io.quartermaster.domain.brand;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A goal or criterion with the criteria below it and how they were compared.
 *
 * @param name of the node
 * @param criteria below it, none for a leaf
 * @param weighing gives the criteria's weights; null for a leaf
 */
public record HierarchyNode(String name, List<HierarchyNode> criteria, Weighing weighing) {

    private static final double TOLERANCE = 1e-6;

    /** How the criteria under one node get their weights. */
    public sealed interface Weighing {

        Priorities priorities(PriorityMethod method);

        /** Whether judgements stand behind it that may contradict each other. */
        default boolean isJudged() {
            return true;
        }

        /** The judgement to change first, where there is one matrix. */
        default Optional<Mending> mending() {
            return Optional.empty();
        }
    }

    /** Pairwise judgements. */
    public record Judged(PairwiseMatrix matrix) implements Weighing {
        @Override
        public Priorities priorities(PriorityMethod method) {
            return matrix.priorities(method);
        }

        @Override
        public Optional<Mending> mending() {
            return matrix.mending();
        }
    }

    /** Weights given directly, or points divided by their sum. */
    public record Given(double[] weights) implements Weighing {
        @Override
        public Priorities priorities(PriorityMethod method) {
            return new Priorities(weights, weights.length, 0, null);
        }

        @Override
        public boolean isJudged() {
            return false;
        }
    }

    /** Several experts' weights, aggregated as {@link ExpertPanel} says. */
    public record Panel(List<ExpertPanel.Member<Weighing>> members) implements Weighing {

        public Panel {
            members = List.copyOf(members);
        }

        @Override
        public Priorities priorities(PriorityMethod method) {
            return ExpertPanel.priorities(
                    members.stream()
                            .map(
                                    member ->
                                            new ExpertPanel.Member<>(
                                                    member.expert(),
                                                    member.importance(),
                                                    member.opinion().priorities(method)))
                            .toList());
        }

        @Override
        public boolean isJudged() {
            return members.stream().anyMatch(member -> member.opinion().isJudged());
        }
    }

    public HierarchyNode {
        criteria = List.copyOf(criteria);
        var seen = new HashSet<String>();
        for (HierarchyNode criterion : criteria) {
            if (!seen.add(criterion.name())) {
                throw new IllegalArgumentException(
                        "The criterion (%s) stands twice under (%s).\nMaybe one has another name."
                                .formatted(criterion.name(), name));
            }
        }
    }

    public static HierarchyNode leaf(String name) {
        return new HierarchyNode(name, List.of(), null);
    }

    /** Weights as they are; they must sum to 1. */
    public static Weighing weights(String place, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0))
                || Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                    "The weights of (%s), %s, must not be negative and sum to 1, not to %s.\nMaybe give them as \"points\"."
                            .formatted(place, Arrays.toString(weights), sum));
        }
        return new Given(weights.clone());
    }

    /** Points on any scale; a criterion's weight is its share of them. */
    public static Weighing points(String place, double[] points) {
        double sum = Arrays.stream(points).sum();
        if (Arrays.stream(points).anyMatch(point -> !(point >= 0)) || !(sum > 0)) {
            throw new IllegalArgumentException(
                    "The points of (%s), %s, must not be negative nor all 0.\nMaybe 1 to 10 each."
                            .formatted(place, Arrays.toString(points)));
        }
        return new Given(Arrays.stream(points).map(point -> point / sum).toArray());
    }

    public boolean isLeaf() {
        return criteria.isEmpty();
    }

    public List<String> names() {
        return criteria.stream().map(HierarchyNode::name).toList();
    }
}
