package io.quartermaster.domain.replenishment.backtest;

import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.policy.EconomicOrderQuantity;
import java.util.Locale;

/**
 * Base-stock and (s, S) policies whose levels follow the forecast: s is expected demand over lead
 * time and review plus z of its standard deviations, where z is the quantile of the newsvendor's
 * critical ratio plus a shift; S lies a multiple of the economic order quantity above it (0 for
 * base-stock). Orders are whole packs that lift the position to S at least.
 *
 * @param name in tables
 * @param shift standard deviations added to the newsvendor's
 * @param quantities economic order quantities between s and S, 0 or more
 * @param rationing where capacity does not suffice
 */
public record LevelPolicy(String name, double shift, double quantities, Rationing rationing)
        implements StockPolicy {

    @Override
    public long[] orders(OrderDay day) {
        long[] wanted = new long[day.items().length];
        for (int i = 0; i < wanted.length; i++) {
            BacktestItem item = day.item(i);
            double expected = day.expectedAtRisk(i);
            double z = StandardNormal.quantile(criticalRatio(item, day.reviewDays())) + shift;
            double reorder = Math.max(0, expected + z * day.deviationAtRisk(i));
            double position = day.position(i);
            boolean isDue = quantities > 0 ? position <= reorder : position < reorder;
            if (isDue && expected > 0) {
                wanted[i] = item.inPacks(reorder + lot(day, i, item) - position);
            }
        }
        return rationing.within(day, wanted);
    }

    private double lot(OrderDay day, int index, BacktestItem item) {
        if (quantities == 0 || item.orderCost() == 0) {
            return 0;
        }
        double perDay =
                day.book().sum(day.items()[index], day.day(), ForecastBook.HORIZON)
                        / ForecastBook.HORIZON;
        return quantities
                * EconomicOrderQuantity.of(item.orderCost(), perDay, item.holdingPerDay())
                        .quantity();
    }

    /** What distinguishes it, in words. */
    String setting() {
        return quantities == 0
                ? String.format(Locale.ROOT, "z %+.2f", shift)
                : String.format(Locale.ROOT, "z %+.2f, %.2f EOQ", shift, quantities);
    }

    /** Margin lost against what holding a unit over a review costs. */
    static double criticalRatio(BacktestItem item, int reviewDays) {
        double holding = item.holdingPerDay() * reviewDays;
        return Math.min(0.9999, item.margin() / (item.margin() + holding));
    }
}
