package io.quartermaster.domain.replenishment.backtest;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A lower bound of what every policy costs, had demand been known: the Lagrangian bound with a
 * price for each order day's capacity, at which every item's lots are sized by themselves ({@link
 * HindsightLots}); packs are relaxed. Prices are sought by subgradients with the step of Polyak
 * (1969) towards what a policy is known to cost.
 */
final class PerfectForesight {

    private static final int ROUNDS = 150;
    private static final int WORSE_AT_MOST = 5;
    private static final double SLOWER = 0.7;

    /** Share of the newest excess in the direction of a step. */
    private static final double NEWEST = 0.3;

    private PerfectForesight() {}

    /** A bound of the cost of all items over the days, money. */
    static double cost(BacktestHistory history, StockReplay replay, int firstDay, int days) {
        double[] bounds =
                IntStream.range(0, history.suppliers().size())
                        .parallel()
                        .mapToDouble(s -> bound(history, replay, s, firstDay, days))
                        .toArray();
        return Arrays.stream(bounds).sum();
    }

    private static double bound(
            BacktestHistory history, StockReplay replay, int supplier, int firstDay, int days) {
        BacktestSupplier terms = history.suppliers().get(supplier);
        HindsightLots[] items =
                Arrays.stream(history.itemsOf(supplier))
                        .mapToObj(
                                i ->
                                        new HindsightLots(
                                                history.items().get(i),
                                                terms.orderEveryDays(),
                                                replay.firstStock(i),
                                                firstDay,
                                                days))
                        .toArray(HindsightLots[]::new);
        double known = replay.follow(new MarginalPolicy(), supplier).total();
        return bound(items, terms.capacityPerOrderDay(), days, known);
    }

    /**
     * The largest bound found.
     *
     * @param capacity units of all items on an order day
     * @param known what some policy costs
     */
    static double bound(HindsightLots[] items, double capacity, int days, double known) {
        double[] best = new double[days];
        double[] excess = new double[days];
        double bound = evaluate(items, capacity, best, excess);
        double pace = 1;
        int worse = 0;
        double[] towards = excess.clone();
        for (int round = 0; round < ROUNDS && known > bound; round++) {
            double[] prices = step(best, towards, pace * (known - bound));
            double value = evaluate(items, capacity, prices, excess);
            if (value > bound) {
                bound = value;
                best = prices;
                worse = 0;
            } else if (++worse >= WORSE_AT_MOST) {
                pace *= SLOWER;
                worse = 0;
            }
            for (int day = 0; day < days; day++) {
                towards[day] += NEWEST * (excess[day] - towards[day]);
            }
        }
        return bound;
    }

    private static double[] step(double[] from, double[] towards, double gain) {
        double norm = 0;
        for (int day = 0; day < from.length; day++) {
            norm += from[day] > 0 || towards[day] > 0 ? towards[day] * towards[day] : 0;
        }
        double[] prices = new double[from.length];
        for (int day = 0; day < from.length; day++) {
            double moved = norm == 0 ? 0 : gain / norm * towards[day];
            prices[day] = Math.max(0, from[day] + moved);
        }
        return prices;
    }

    /** The bound at these prices; fills what is ordered beyond the capacity, by order day. */
    private static double evaluate(
            HindsightLots[] items, double capacity, double[] prices, double[] excess) {
        Arrays.fill(excess, 0);
        double value = 0;
        for (HindsightLots item : items) {
            value += item.cost(prices, excess);
        }
        for (int day = 0; day < excess.length; day++) {
            value -= prices[day] * capacity;
            excess[day] -= capacity;
        }
        return value;
    }
}
