package io.quartermaster.domain.replenishment.backtest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Items and suppliers with the demand of past days. A day's order: arrivals (order day + lead
 * time), then orders, then demand (what is not met is lost), then the day's end.
 *
 * @param days of every item's demand
 */
public record BacktestHistory(
        List<BacktestItem> items, List<BacktestSupplier> suppliers, int days) {

    public BacktestHistory {
        items = List.copyOf(items);
        suppliers = List.copyOf(suppliers);
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no item to replay.\nMaybe none sold in the days chosen.");
        }
        for (BacktestItem item : items) {
            if (item.demand().length != days) {
                throw new IllegalArgumentException(
                        "The days of item (%s, %d) must be as many as the history's (%d)."
                                .formatted(item.item(), item.demand().length, days));
            }
        }
    }

    /** Days from an order until the next one's arrival: lead time and review. */
    int riskDays(BacktestItem item) {
        return item.leadTimeDays() + suppliers.get(item.supplier()).orderEveryDays();
    }

    /** Numbers of the items of a supplier. */
    int[] itemsOf(int supplier) {
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).supplier() == supplier)
                .toArray();
    }
}
