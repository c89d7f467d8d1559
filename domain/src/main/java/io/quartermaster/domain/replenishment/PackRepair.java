package io.quartermaster.domain.replenishment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns the orders of the linear programme into orders that can be placed: whole packs, at least
 * the smallest order, within every capacity. Day by day each item gets the whole packs of what the
 * programme has ordered so far and it has not; then those with the largest rest get one pack more;
 * what finds no room is carried to the next order day. Last, {@link PlanPolish} takes every small
 * change that makes the plan cheaper.
 */
public final class PackRepair {

    private static final double TOLERANCE = 1e-6;

    private final ReplenishmentProblem problem;
    private final double[][] wanted;
    private final PlanDraft draft;
    private final double[] owed;

    private PackRepair(ReplenishmentProblem problem, double[][] wanted) {
        this.problem = problem;
        this.wanted = wanted;
        this.draft = new PlanDraft(problem);
        this.owed = new double[problem.items().size()];
    }

    /**
     * The repaired plan.
     *
     * @param wanted units that the linear programme orders, by item and order day
     */
    public static OrderPlan repair(ReplenishmentProblem problem, double[][] wanted) {
        PackRepair repair = new PackRepair(problem, wanted);
        for (int day = 0; day < problem.horizonDays(); day++) {
            repair.repairDay(day);
        }
        PlanPolish.polish(problem, repair.draft);
        return repair.draft.plan();
    }

    private void repairDay(int day) {
        int offers =
                problem.items().stream().mapToInt(PlannedItem::slots).max().orElse(0)
                        / problem.horizonDays();
        for (int offer = 0; offer < offers; offer++) {
            repairSlot(offer * problem.horizonDays() + day);
        }
    }

    private void repairSlot(int slot) {
        List<Integer> open =
                IntStream.range(0, owed.length)
                        .filter(item -> slot < problem.items().get(item).slots())
                        .filter(item -> problem.items().get(item).canOrder(slot))
                        .boxed()
                        .toList();
        for (int item : open) {
            owed[item] += wanted[item][slot];
            order(item, slot, packsBelow(item, slot));
        }
        open.stream()
                .filter(item -> owed[item] > TOLERANCE)
                .sorted(Comparator.comparingDouble((Integer item) -> -share(item, slot)))
                .forEach(item -> order(item, slot, draft.order(item, slot) + more(item, slot)));
    }

    private void order(int item, int slot, long quantity) {
        long before = draft.order(item, slot);
        if (quantity <= before) {
            return;
        }
        if (draft.change(item, slot, quantity)) {
            owed[item] -= quantity - before;
        } else if (before == 0) {
            owed[item] -= draft.changeToAtMost(item, slot, quantity);
        }
    }

    private long packsBelow(int item, int slot) {
        OrderRules rules = rules(item, slot);
        long packs = (long) Math.floor(owed[item] / rules.packUnits() + 1e-9);
        long quantity = packs * rules.packUnits();
        return quantity >= rules.minUnits() ? quantity : 0;
    }

    private long more(int item, int slot) {
        return draft.order(item, slot) == 0
                ? Math.max(rules(item, slot).smallestOrder(), rules(item, slot).inPacks(owed[item]))
                : rules(item, slot).packUnits();
    }

    private double share(int item, int slot) {
        return owed[item] / rules(item, slot).smallestOrder();
    }

    private OrderRules rules(int item, int slot) {
        return problem.items().get(item).rules(slot);
    }
}
