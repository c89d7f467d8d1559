package io.quartermaster.domain.replenishment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which items of a problem hang together: two do where they share a limit, and so do those that a
 * third one joins. What changes for one item can change the orders of its component only, so only
 * that has to be planned again.
 */
public final class ItemComponents {

    private final int[] parent;

    private ItemComponents(int items) {
        this.parent = new int[items];
        Arrays.setAll(parent, item -> item);
    }

    /**
     * The components of a problem.
     *
     * @return by item the first item of its component
     */
    public static int[] of(ReplenishmentProblem problem) {
        ItemComponents components = new ItemComponents(problem.items().size());
        Map<String, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < problem.items().size(); i++) {
            PlannedItem item = problem.items().get(i);
            for (int slot = 0; slot < item.slots(); slot++) {
                int pool = item.rules(slot).capacityPool();
                if (!Double.isInfinite(problem.pools().get(pool).unitsPerDay())) {
                    components.join(firstOf, "pool " + pool, i);
                }
            }
            if (item.unitVolume() > 0 && !Double.isInfinite(problem.place(item).volumeCapacity())) {
                components.join(firstOf, "place " + item.place(), i);
            }
            for (int limit = 0; limit < problem.money().size(); limit++) {
                if (components.counts(problem.money().get(limit), item)) {
                    components.join(firstOf, "money " + limit, i);
                }
            }
        }
        int[] of = new int[problem.items().size()];
        Arrays.setAll(of, components::root);
        return of;
    }

    /**
     * The items whose components hold one of some items.
     *
     * @param some whether each item is one of them
     * @return their indexes, rising
     */
    public static List<Integer> touching(ReplenishmentProblem problem, boolean[] some) {
        int[] of = of(problem);
        boolean[] touched = new boolean[of.length];
        for (int item = 0; item < of.length; item++) {
            touched[of[item]] |= some[item];
        }
        return IntStream.range(0, of.length).filter(item -> touched[of[item]]).boxed().toList();
    }

    private boolean counts(MoneyLimit limit, PlannedItem item) {
        for (int slot = 0; slot < item.slots(); slot++) {
            if (limit.counts(item.item(), item.day(slot))) {
                return true;
            }
        }
        return false;
    }

    private void join(Map<String, Integer> firstOf, String limit, int item) {
        int a = root(firstOf.computeIfAbsent(limit, any -> item));
        int b = root(item);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int item) {
        int at = item;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
