package io.quartermaster.domain.replenishment.backtest;

/**
 * What a policy cost over the days replayed.
 *
 * @param purchase unit cost of what was ordered, less that of the growth of stock and of units
 *     under way, money
 * @param ordering order costs
 * @param holding holding costs
 * @param lostSales lost sale costs
 * @param wantedUnits demand
 * @param lostUnits demand not met
 * @param soldCost unit cost of what was sold
 * @param meanStock unit cost of the stock at a day's end, on average
 * @param orders order lines
 */
public record BacktestCost(
        double purchase,
        double ordering,
        double holding,
        double lostSales,
        long wantedUnits,
        long lostUnits,
        double soldCost,
        double meanStock,
        int orders) {

    /** All of it. */
    public double total() {
        return purchase + ordering + holding + lostSales;
    }

    /** Share of demand that was met. */
    public double fillRate() {
        return wantedUnits == 0 ? 1 : 1 - lostUnits / (double) wantedUnits;
    }

    /** How often the stock was sold in a year. */
    public double stockTurns(int days) {
        return meanStock == 0 ? 0 : soldCost / meanStock * 365 / days;
    }
}
