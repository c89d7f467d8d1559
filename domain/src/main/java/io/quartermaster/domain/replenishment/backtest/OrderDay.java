package io.quartermaster.domain.replenishment.backtest;

/**
 * What is known when a supplier's orders of a day are chosen. Arrays have one entry per item of the
 * supplier.
 *
 * @param history items and terms; of its demand a policy may look at no day, the book does
 * @param book forecasts
 * @param supplier whose orders are chosen
 * @param items numbers of its items in the history
 * @param day the order day; demand is known up to the day before
 * @param onHand units in stock, with what arrived this day
 * @param underWay units ordered that will arrive after this day: [item][days from now]
 */
public record OrderDay(
        BacktestHistory history,
        ForecastBook book,
        int supplier,
        int[] items,
        int day,
        long[] onHand,
        long[][] underWay) {

    BacktestItem item(int index) {
        return history.items().get(items[index]);
    }

    /** Units on hand and under way. */
    double position(int index) {
        long sum = onHand[index];
        for (long units : underWay[index]) {
            sum += units;
        }
        return sum;
    }

    int reviewDays() {
        return history.suppliers().get(supplier).orderEveryDays();
    }

    double capacity() {
        return history.suppliers().get(supplier).capacityPerOrderDay();
    }

    /** Expected demand over lead time and review. */
    double expectedAtRisk(int index) {
        return book.sum(items[index], day, history.riskDays(item(index)));
    }

    double deviationAtRisk(int index) {
        return book.deviation(items[index], day);
    }
}
