package io.quartermaster.domain.replenishment.backtest;

/** Chooses the orders of one supplier on one order day. */
public interface StockPolicy {

    /** Name in tables. */
    String name();

    /** Units of each item of the day: whole packs, all together within the capacity. */
    long[] orders(OrderDay day);
}
