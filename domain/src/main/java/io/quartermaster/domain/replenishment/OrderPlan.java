package io.quartermaster.domain.replenishment;

/**
 * Orders of a problem.
 *
 * @param problem the problem
 * @param orders units ordered, by item and order day
 */
public record OrderPlan(ReplenishmentProblem problem, long[][] orders) {

    public StockPath path(int item) {
        return StockPath.of(problem.items().get(item), orders[item]);
    }

    public PlanCost cost() {
        PlanCost cost = PlanCost.ZERO;
        for (int item = 0; item < orders.length; item++) {
            cost = cost.plus(PlanCost.of(problem.items().get(item), orders[item], path(item)));
        }
        return cost;
    }

    public int lines() {
        int lines = 0;
        for (long[] ofItem : orders) {
            for (long quantity : ofItem) {
                lines += quantity > 0 ? 1 : 0;
            }
        }
        return lines;
    }

    public long units() {
        long units = 0;
        for (long[] ofItem : orders) {
            for (long quantity : ofItem) {
                units += quantity;
            }
        }
        return units;
    }
}
