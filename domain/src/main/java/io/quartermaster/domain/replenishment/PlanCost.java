package io.quartermaster.domain.replenishment;

import java.util.List;

/**
 * What a plan costs over its horizon, by part, in currency units.
 *
 * @param purchase units ordered times what a unit of that order costs
 * @param ordering order lines times order cost
 * @param holding stock at each day's end times holding cost
 * @param lostSales demand not met times lost sale cost
 * @param transshipment units moved between places times what the way costs
 * @param backorders demand that waits at each day's end times back-order cost
 * @param safetyStock units below the safety stock at each day's end times shortfall cost
 * @param endStock units below the stock aimed at when the horizon ends times shortfall cost
 * @param changes orders that are not as the last plan had them times the cost of a change
 */
public record PlanCost(
        double purchase,
        double ordering,
        double holding,
        double lostSales,
        double transshipment,
        double backorders,
        double safetyStock,
        double endStock,
        double changes) {

    public static final PlanCost ZERO = new PlanCost(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The cost of one item's orders, one entry per slot, and the path they lead to. */
    public static PlanCost of(PlannedItem item, long[] orders, StockPath path) {
        ItemCosts costs = item.costs();
        double purchase = 0;
        double ordering = 0;
        for (int slot = 0; slot < orders.length; slot++) {
            if (orders[slot] > 0) {
                purchase += orders[slot] * item.unitCost(slot, orders[slot]);
                ordering += item.orderCost(slot);
            }
        }
        double held = 0;
        double lost = 0;
        double waiting = 0;
        double below = 0;
        int days = path.stock().length;
        for (int day = 0; day < days; day++) {
            held += path.stock()[day];
            lost += path.lost()[day];
            waiting += path.waiting()[day];
            below += Math.max(0, item.safetyStock().units() - path.stock()[day]);
        }
        double end = Math.max(0, item.endStock() - path.stock()[days - 1]);
        return new PlanCost(
                purchase,
                ordering,
                held * costs.holdingPerDay(),
                lost * costs.lostSale(),
                0,
                waiting == 0 ? 0 : waiting * costs.backorderPerDay(),
                below * costs.safetyShortfall(),
                end * costs.endShortfall(),
                item.kept().cost(orders));
    }

    /** The cost of moving units between places. */
    static PlanCost ofTransfers(List<Transfer> transfers) {
        double sum = 0;
        for (Transfer transfer : transfers) {
            sum += transfer.cost();
        }
        return new PlanCost(0, 0, 0, 0, sum, 0, 0, 0, 0);
    }

    public PlanCost plus(PlanCost other) {
        return new PlanCost(
                purchase + other.purchase,
                ordering + other.ordering,
                holding + other.holding,
                lostSales + other.lostSales,
                transshipment + other.transshipment,
                backorders + other.backorders,
                safetyStock + other.safetyStock,
                endStock + other.endStock,
                changes + other.changes);
    }

    public double total() {
        return purchase
                + ordering
                + holding
                + lostSales
                + transshipment
                + backorders
                + safetyStock
                + endStock
                + changes;
    }
}
