package io.quartermaster.domain.replenishment.backtest;

/**
 * Who delivers.
 *
 * @param name the supplier
 * @param capacityPerOrderDay units that the orders of one order day may have, all items together
 * @param orderEveryDays orders go out on days divisible by it, 1 or more
 */
public record BacktestSupplier(String name, double capacityPerOrderDay, int orderEveryDays) {
    public BacktestSupplier {
        if (!(capacityPerOrderDay >= 0) || orderEveryDays < 1) {
            throw new IllegalArgumentException(
                    "The capacity (%s) of supplier (%s) must be 0 or more and its review (%d days) 1 or more."
                            .formatted(capacityPerOrderDay, name, orderEveryDays));
        }
    }
}
