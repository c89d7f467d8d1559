package io.quartermaster.domain.replenishment;

/**
 * How one item's stock goes under given orders and expected demand.
 *
 * @param stock units at each day's end
 * @param lost demand of each day that is never met; demand that still waits at the horizon's end is
 *     lost there
 * @param waiting demand that waits at each day's end, 0 where unmet demand is lost
 */
public record StockPath(double[] stock, double[] lost, double[] waiting) {

    private static final double[] NONE = {};

    /** The path under orders, one entry per slot. */
    public static StockPath of(PlannedItem item, long[] orders) {
        return of(item, orders, NONE);
    }

    /**
     * The path under orders, one entry per slot.
     *
     * @param moved units that come from other places before a day's demand, less those that go;
     *     empty for none
     */
    public static StockPath of(PlannedItem item, long[] orders, double[] moved) {
        int days = item.demand().length;
        double[] stock = new double[days];
        double[] lost = new double[days];
        double[] waiting = new double[days];
        double before = item.onHand();
        boolean oneLead = item.byDay().isEmpty();
        int lead = item.rules().leadTimeDays();
        double[] byDay = oneLead ? NONE : arriving(item, orders);
        for (int day = 0; day < days; day++) {
            double ordered = oneLead ? day >= lead ? orders[day - lead] : 0 : byDay[day];
            double came = ordered + (moved.length == 0 ? 0 : moved[day]);
            double left = before + item.arriving()[day] + came - item.demand()[day];
            stock[day] = Math.max(0, left);
            if (item.costs().backorders()) {
                waiting[day] = Math.max(0, -left);
                before = left;
            } else {
                lost[day] = Math.max(0, -left);
                before = stock[day];
            }
        }
        lost[days - 1] += waiting[days - 1];
        return new StockPath(stock, lost, waiting);
    }

    /** What arrives on each day where lead times differ by slot. */
    private static double[] arriving(PlannedItem item, long[] orders) {
        double[] arriving = new double[item.demand().length];
        for (int slot = 0; slot < orders.length; slot++) {
            if (orders[slot] != 0 && item.arrival(slot) < arriving.length) {
                arriving[item.arrival(slot)] += orders[slot];
            }
        }
        return arriving;
    }
}
