package io.quartermaster.domain.replenishment;

/**
 * Orders up to a level, day by day: on each order day an item gets what it lacks, rounded up to
 * packs, to meet expected demand until the next order could arrive and then hold its safety stock.
 * Items come in the problem's order; the same rules as every plan bind.
 */
public final class GreedyPlanner {

    private static final double TOLERANCE = 1e-6;

    private GreedyPlanner() {}

    public static OrderPlan plan(ReplenishmentProblem problem) {
        PlanDraft draft = new PlanDraft(problem);
        for (int day = 0; day < problem.horizonDays(); day++) {
            for (int i = 0; i < problem.items().size(); i++) {
                PlannedItem item = problem.items().get(i);
                if (item.canOrder(day)) {
                    double lacking = lacking(item, day, draft, i);
                    if (lacking > TOLERANCE) {
                        long smallest = item.rules(day).smallestOrder();
                        draft.changeToAtMost(
                                i, day, Math.max(smallest, item.rules(day).inPacks(lacking)));
                    }
                }
            }
        }
        return draft.plan();
    }

    private static double lacking(PlannedItem item, int day, PlanDraft draft, int index) {
        int arrival = day + item.rules(day).leadTimeDays();
        int until = nextArrival(item, day);
        double stock = draft.stock(index, arrival - 1);
        double worst = Double.POSITIVE_INFINITY;
        for (int at = arrival; at < until; at++) {
            stock += item.arriving()[at] - item.demand()[at];
            worst = Math.min(worst, stock);
        }
        double level = item.safetyStock().units();
        if (until == item.demand().length) {
            return Math.max(level - worst, item.endStock() - stock);
        }
        return level - worst;
    }

    private static int nextArrival(PlannedItem item, int day) {
        int days = item.demand().length;
        for (int next = day + 1; next < days; next++) {
            if (item.canOrder(next)) {
                return next + item.rules(next).leadTimeDays();
            }
        }
        return days;
    }
}
