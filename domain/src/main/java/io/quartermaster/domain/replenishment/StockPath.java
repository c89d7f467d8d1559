package io.quartermaster.domain.replenishment;

/**
 * How one item's stock goes under given orders and expected demand.
 *
 * @param stock units at each day's end
 * @param lost demand of each day not met
 */
public record StockPath(double[] stock, double[] lost) {

    /** The path under orders, one entry per order day. */
    public static StockPath of(PlannedItem item, long[] orders) {
        int days = orders.length;
        double[] stock = new double[days];
        double[] lost = new double[days];
        int lead = item.rules().leadTimeDays();
        double before = item.onHand();
        for (int day = 0; day < days; day++) {
            double ordered = day >= lead ? orders[day - lead] : 0;
            double left = before + item.arriving()[day] + ordered - item.demand()[day];
            stock[day] = Math.max(0, left);
            lost[day] = Math.max(0, -left);
            before = stock[day];
        }
        return new StockPath(stock, lost);
    }
}
