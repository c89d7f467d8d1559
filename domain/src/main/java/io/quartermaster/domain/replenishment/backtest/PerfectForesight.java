package io.quartermaster.domain.replenishment.backtest;

import java.util.Arrays;

/**
 * The least cost of every item had its demand been known, by lot sizing with lost sales: a lower
 * bound of every policy's cost, since packs and shared capacity are relaxed and each item is taken
 * by itself. Stock at the start meets the earliest demand; what is left of it at the end is worth
 * its unit cost. Orders reach the shelf on days that an order day precedes by the lead time; one
 * that arrives on day i and lasts until before day j meets each day's demand between that is worth
 * its unit cost and holding, f(j) = min over i of f(i) + K + sum of min(lost, unit + held).
 */
final class PerfectForesight {

    private PerfectForesight() {}

    /** Least cost of all items over the days, money. */
    static double cost(BacktestHistory history, StockReplay replay, int firstDay, int days) {
        double sum = 0;
        for (int i = 0; i < history.items().size(); i++) {
            BacktestItem item = history.items().get(i);
            int review = history.suppliers().get(item.supplier()).orderEveryDays();
            sum += cost(item, review, replay.firstStock(i), firstDay, days);
        }
        return sum;
    }

    static double cost(BacktestItem item, int review, long stock, int firstDay, int days) {
        double[] net = new double[days];
        double fixed = 0;
        double left = stock;
        for (int day = 0; day < days; day++) {
            double wanted = item.demand()[firstDay + day];
            double met = Math.min(left, wanted);
            left -= met;
            net[day] = wanted - met;
            fixed += met * item.unitCost() + left * item.holdingPerDay();
        }
        return fixed + lots(item, review, net, firstDay);
    }

    private static double lots(BacktestItem item, int review, double[] net, int firstDay) {
        int days = net.length;
        double[] best = new double[days + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        for (int from = 0; from < days; from++) {
            best[from + 1] = Math.min(best[from + 1], best[from] + net[from] * item.lostSale());
            boolean canArrive =
                    from >= item.leadTimeDays()
                            && (firstDay + from - item.leadTimeDays()) % review == 0;
            double cost = best[from] + item.orderCost();
            for (int until = from; canArrive && until < days; until++) {
                double held = item.unitCost() + item.holdingPerDay() * (until - from);
                cost += net[until] * Math.min(item.lostSale(), held);
                best[until + 1] = Math.min(best[until + 1], cost);
            }
        }
        return best[days];
    }
}
