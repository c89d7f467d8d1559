package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PriceBranch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Raises the bound where prices alone leave a gap: a branch and bound over single orders (Land and
 * Doig 1960), the part with the least bound first. Each part is bounded by prices of its own, near
 * those of the part it comes from. It pays where few items share a rule, since there a single order
 * weighs.
 */
final class PriceBranching {

    /** Parts divided at the same time, whatever the threads. */
    private static final int AT_ONCE = 4;

    private final SharedRules rules;
    private final int threads;
    private final PriorityQueue<PriceNode> open =
            new PriorityQueue<>(
                    Comparator.comparingDouble(PriceNode::bound)
                            .thenComparingInt(PriceNode::number));
    private final List<PriceNode> closed = new ArrayList<>();
    private double bound;
    private int nodes;

    /**
     * Starts with all plans.
     *
     * @param prices with the largest bound known
     * @param target bound above which a part need not be divided
     */
    PriceBranching(SharedRules rules, double[] prices, double target, int threads) {
        this.rules = rules;
        this.threads = threads;
        PriceNode root = PriceNode.root(rules, prices);
        root.evaluate(rules, new ItemSolver(), target);
        open.add(root);
        bound = root.bound();
    }

    /** What every plan costs at least. */
    double bound() {
        return bound;
    }

    /**
     * Divides parts until each has the target.
     *
     * @param mostItems items that are planned at most
     * @param isLate ends it
     */
    void grow(double target, long mostItems, BooleanSupplier isLate) {
        long perNode = (long) PriceNode.ROUNDS * rules.items().length;
        long planned = 0;
        while (planned < mostItems && !isLate.getAsBoolean() && !open.isEmpty()) {
            List<PriceNode> divided = new ArrayList<>();
            while (!open.isEmpty() && divided.size() < AT_ONCE) {
                PriceNode next = open.poll();
                (next.bound() >= target || !next.isDivisible() ? closed : divided).add(next);
            }
            List<PriceNode> parts = new ArrayList<>();
            for (PriceNode node : divided) {
                parts.add(node.part(rules, ++nodes, false));
                parts.add(node.part(rules, ++nodes, true));
            }
            Threads.run(
                    threads,
                    parts.size(),
                    () -> {
                        ItemSolver solver = new ItemSolver();
                        return part -> parts.get(part).evaluate(rules, solver, target);
                    });
            open.addAll(parts);
            planned += perNode * parts.size();
        }
        bound =
                Stream.concat(open.stream(), closed.stream())
                        .mapToDouble(PriceNode::bound)
                        .min()
                        .orElseThrow();
    }

    /** The parts, in the order in which they were told apart; together they hold every plan. */
    List<PriceBranch> branches() {
        return Stream.concat(open.stream(), closed.stream())
                .sorted(Comparator.comparingInt(PriceNode::number))
                .map(node -> node.branch(rules))
                .toList();
    }
}
