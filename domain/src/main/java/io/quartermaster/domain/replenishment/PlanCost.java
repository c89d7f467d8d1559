package io.quartermaster.domain.replenishment;

/**
 * What a plan costs over its horizon, by part, in currency units.
 *
 * @param purchase units ordered times what a unit of that order costs
 * @param ordering order lines times order cost
 * @param holding stock at each day's end times holding cost
 * @param lostSales demand not met times lost sale cost
 * @param safetyStock units below the safety stock at each day's end times shortfall cost
 * @param endStock units below the stock aimed at when the horizon ends times shortfall cost
 */
public record PlanCost(
        double purchase,
        double ordering,
        double holding,
        double lostSales,
        double safetyStock,
        double endStock) {

    public static final PlanCost ZERO = new PlanCost(0, 0, 0, 0, 0, 0);

    /** The cost of one item's orders, one entry per order day, and the path they lead to. */
    public static PlanCost of(PlannedItem item, long[] orders, StockPath path) {
        ItemCosts costs = item.costs();
        double purchase = 0;
        int lines = 0;
        double held = 0;
        double lost = 0;
        double below = 0;
        for (int day = 0; day < orders.length; day++) {
            purchase += orders[day] == 0 ? 0 : orders[day] * item.unitCost(day, orders[day]);
            lines += orders[day] > 0 ? 1 : 0;
            held += path.stock()[day];
            lost += path.lost()[day];
            below += Math.max(0, item.safetyStock().units() - path.stock()[day]);
        }
        double end = Math.max(0, item.endStock() - path.stock()[orders.length - 1]);
        return new PlanCost(
                purchase,
                lines * costs.order(),
                held * costs.holdingPerDay(),
                lost * costs.lostSale(),
                below * costs.safetyShortfall(),
                end * costs.endShortfall());
    }

    public PlanCost plus(PlanCost other) {
        return new PlanCost(
                purchase + other.purchase,
                ordering + other.ordering,
                holding + other.holding,
                lostSales + other.lostSales,
                safetyStock + other.safetyStock,
                endStock + other.endStock);
    }

    public double total() {
        return purchase + ordering + holding + lostSales + safetyStock + endStock;
    }
}
