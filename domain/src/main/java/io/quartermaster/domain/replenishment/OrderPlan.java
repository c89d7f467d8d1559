package io.quartermaster.domain.replenishment;

import java.util.List;

/**
 * Orders of a problem, and what is moved between places.
 *
 * @param problem the problem
 * @param orders units ordered, by item and order day
 * @param transfers between places
 */
public record OrderPlan(ReplenishmentProblem problem, long[][] orders, List<Transfer> transfers) {

    /** A plan that moves nothing between places. */
    public OrderPlan(ReplenishmentProblem problem, long[][] orders) {
        this(problem, orders, List.of());
    }

    public OrderPlan {
        transfers = List.copyOf(transfers);
    }

    public StockPath path(int item) {
        return StockPath.of(problem.items().get(item), orders[item], moved(item));
    }

    /** Units that transfers bring to an item by day, less those that they take. */
    public double[] moved(int item) {
        double[] moved = new double[problem.horizonDays()];
        transfers.forEach(transfer -> transfer.addTo(moved, item));
        return moved;
    }

    /** The same of every item. */
    double[][] moved() {
        double[][] moved = new double[orders.length][problem.horizonDays()];
        for (Transfer transfer : transfers) {
            transfer.addTo(moved[transfer.from()], transfer.from());
            transfer.addTo(moved[transfer.to()], transfer.to());
        }
        return moved;
    }

    public PlanCost cost() {
        PlanCost cost = PlanCost.ZERO;
        double[][] moved = moved();
        for (int item = 0; item < orders.length; item++) {
            StockPath path = StockPath.of(problem.items().get(item), orders[item], moved[item]);
            cost = cost.plus(PlanCost.of(problem.items().get(item), orders[item], path));
        }
        return cost.plus(PlanCost.ofTransfers(transfers));
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
