package io.quartermaster.domain.replenishment.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stages that form a tree, each with its time and cost; an arc leads from a supplying stage to the
 * one supplied. Ordered so that every stage but the last has exactly one neighbour after it, its
 * parent (Graves and Willems 2000).
 */
public final class ServiceNetwork {

    /**
     * A stage.
     *
     * @param name its name
     * @param holdingCost money per unit and period of safety stock, 0 or more
     * @param time whole periods from having all inputs to being ready to serve, 0 or more
     * @param inboundTime service time of outside suppliers, periods, 0 or more
     * @param deviation standard deviation of a period's outside demand, units, 0 where there is
     *     none
     * @param serviceTime longest service time that outside customers accept, periods; counts only
     *     where there is outside demand or no stage is supplied
     */
    public record Stage(
            String name,
            double holdingCost,
            int time,
            int inboundTime,
            double deviation,
            int serviceTime) {
        public Stage {
            Terms.amount("holding cost of stage " + name, holdingCost);
            Terms.amount("time of stage " + name, time);
            Terms.amount("inbound service time of stage " + name, inboundTime);
            Terms.amount("standard deviation of demand of stage " + name, deviation);
            Terms.amount("service time of stage " + name, serviceTime);
        }
    }

    /** An arc between two stages, by name. */
    public record Arc(String from, String to) {}

    private static final int LONGEST = 5000;

    final List<Stage> stages = new ArrayList<>();

    /** Numbers of the stages that supply, and are supplied by, a stage. */
    final List<List<Integer>> suppliers = new ArrayList<>();

    final List<List<Integer>> customers = new ArrayList<>();

    /** Order of work, and the parent of each stage in it; -1 for the last. */
    final int[] order;

    final int[] parent;

    /** Standard deviation of a period's demand that reaches a stage. */
    final double[] pooled;

    /** Longest time in which a stage can be resupplied and ready, in periods. */
    final int[] longest;

    /** A tree of stages. */
    public ServiceNetwork(List<Stage> given, List<Arc> arcs) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Stage stage : given) {
            if (numbers.put(stage.name(), stages.size()) != null) {
                throw new IllegalArgumentException(
                        "The stage (%s) is given twice.\nMaybe remove one of its lines."
                                .formatted(stage.name()));
            }
            stages.add(stage);
            suppliers.add(new ArrayList<>());
            customers.add(new ArrayList<>());
        }
        for (Arc arc : arcs) {
            int from = number(numbers, arc.from());
            int to = number(numbers, arc.to());
            customers.get(from).add(to);
            suppliers.get(to).add(from);
        }
        this.parent = new int[stages.size()];
        this.order = ordered(arcs.size());
        this.pooled = new double[stages.size()];
        this.longest = new int[stages.size()];
        for (int i = 0; i < stages.size(); i++) {
            pooled[i] = Math.sqrt(variance(i));
            longest[i] = longestTime(i);
        }
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(
                    "The stage (%s) of an arc is not among the stages.\nMaybe a name is misspelt."
                            .formatted(name));
        }
        return number;
    }

    /** Breadth first from the first stage, turned round: a parent comes after its children. */
    private int[] ordered(int arcs) {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no stage.\nMaybe the file holds a header only.");
        }
        int[] turned = new int[stages.size()];
        Set<Integer> seen = new HashSet<>(Set.of(0));
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
        parent[0] = -1;
        int place = turned.length;
        while (!open.isEmpty()) {
            int stage = open.remove();
            turned[--place] = stage;
            for (List<Integer> neighbours : List.of(suppliers.get(stage), customers.get(stage))) {
                for (int neighbour : neighbours) {
                    if (seen.add(neighbour)) {
                        parent[neighbour] = stage;
                        open.add(neighbour);
                    }
                }
            }
        }
        if (place > 0 || arcs != stages.size() - 1) {
            throw new IllegalArgumentException(
                    "The stages (%d) and arcs (%d) must form one tree: connected, with one arc less than stages.\nMaybe an arc is missing, given twice, or closes a circle."
                            .formatted(stages.size(), arcs));
        }
        return turned;
    }

    private double variance(int stage) {
        double deviation = stages.get(stage).deviation();
        double sum = deviation * deviation;
        for (int customer : customers.get(stage)) {
            sum += variance(customer);
        }
        return sum;
    }

    private int longestTime(int stage) {
        long time = stages.get(stage).inboundTime();
        for (int supplier : suppliers.get(stage)) {
            time = Math.max(time, longestTime(supplier));
        }
        time += stages.get(stage).time();
        if (time > LONGEST) {
            throw new IllegalArgumentException(
                    "The times up to stage %s (%d periods) must not sum to more than %d.\nMaybe count in longer periods."
                            .formatted(stages.get(stage).name(), time, LONGEST));
        }
        return (int) time;
    }

    /** The longest service time allowed to a stage, in periods. */
    int serviceLimit(int stage) {
        boolean serves = stages.get(stage).deviation() > 0 || customers.get(stage).isEmpty();
        return serves ? Math.min(longest[stage], stages.get(stage).serviceTime()) : longest[stage];
    }
}
