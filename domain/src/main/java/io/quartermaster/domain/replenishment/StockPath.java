package io.quartermaster.domain.replenishment;

/**
 * How one item's stock goes under given orders and expected demand.
 *
 * @param stock units at each day's end
 * @param lost demand of each day not met
 */
public record StockPath(double[] stock, double[] lost) {

    private static final double[] NONE = {};

    /** The path under orders, one entry per order day. */
    public static StockPath of(PlannedItem item, long[] orders) {
        int days = orders.length;
        double[] stock = new double[days];
        double[] lost = new double[days];
        double before = item.onHand();
        boolean oneLead = item.byDay().isEmpty();
        int lead = item.rules().leadTimeDays();
        double[] byDay = oneLead ? NONE : arriving(item, orders);
        for (int day = 0; day < days; day++) {
            double ordered = oneLead ? day >= lead ? orders[day - lead] : 0 : byDay[day];
            double left = before + item.arriving()[day] + ordered - item.demand()[day];
            stock[day] = Math.max(0, left);
            lost[day] = Math.max(0, -left);
            before = stock[day];
        }
        return new StockPath(stock, lost);
    }

    /** What arrives on each day where lead times differ by order day. */
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
