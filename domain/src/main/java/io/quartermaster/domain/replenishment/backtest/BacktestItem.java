package io.quartermaster.domain.replenishment.backtest;

/**
 * An item whose history is replayed.
 *
 * @param item its name
 * @param supplier which of the history's suppliers delivers it
 * @param unitCost money per unit ordered, above 0
 * @param orderCost money per order, 0 or more
 * @param holdingPerDay money per unit in stock at a day's end, above 0
 * @param lostSale money per unit of demand not met, above the unit cost
 * @param pack units of a pack, 1 or more
 * @param leadTimeDays days from order to arrival, 0 or more
 * @param demand units wanted on each day, whole
 */
public record BacktestItem(
        String item,
        int supplier,
        double unitCost,
        double orderCost,
        double holdingPerDay,
        double lostSale,
        long pack,
        int leadTimeDays,
        int[] demand) {

    public BacktestItem {
        if (!(unitCost > 0 && orderCost >= 0 && holdingPerDay > 0 && lostSale > unitCost)
                || Double.isInfinite(lostSale + orderCost + holdingPerDay)) {
            throw new IllegalArgumentException(
                    "The costs of item (%s) must be above 0 (unit %s, holding %s), 0 or more (order %s), and above the unit cost (lost sale %s).\nMaybe the item's price is missing."
                            .formatted(item, unitCost, holdingPerDay, orderCost, lostSale));
        }
        if (pack < 1 || leadTimeDays < 0) {
            throw new IllegalArgumentException(
                    "The pack (%d) of item (%s) must be 1 or more and its lead time (%d days) 0 or more."
                            .formatted(pack, item, leadTimeDays));
        }
        for (int units : demand) {
            if (units < 0) {
                throw new IllegalArgumentException(
                        "The demand (%d) of item (%s) must be 0 or more.\nMaybe returns were counted as demand."
                                .formatted(units, item));
            }
        }
    }

    /** What a unit sold earns beyond what it cost. */
    double margin() {
        return lostSale - unitCost;
    }

    /** Units rounded up to whole packs. */
    long inPacks(double units) {
        return (long) Math.ceil(units / pack - 1e-9) * pack;
    }
}
