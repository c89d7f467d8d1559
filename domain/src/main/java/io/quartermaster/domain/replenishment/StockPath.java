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
        double[] ordered = arriving(item, orders);
        double before = item.onHand();
        for (int day = 0; day < days; day++) {
            double left = before + item.arriving()[day] + ordered[day] - item.demand()[day];
            stock[day] = Math.max(0, left);
            lost[day] = Math.max(0, -left);
            before = stock[day];
        }
        return new StockPath(stock, lost);
    }

    private static double[] arriving(PlannedItem item, long[] orders) {
        double[] arriving = new double[orders.length];
        for (int day = 0; day < orders.length; day++) {
            int arrival = day + item.rules(day).leadTimeDays();
            if (orders[day] != 0 && arrival < orders.length) {
                arriving[arrival] += orders[day];
            }
        }
        return arriving;
    }
}
