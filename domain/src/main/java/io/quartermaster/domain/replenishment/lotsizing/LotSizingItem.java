package io.quartermaster.domain.replenishment.lotsizing;

/**
 * What making and keeping an item takes.
 *
 * @param unitTime of the resource per unit, 0 or more
 * @param holdingCost money per unit in stock at a period's end, 0 or more
 * @param setupTime of the resource in each period that makes the item, 0 or more
 * @param setupCost money in each period that makes the item, 0 or more
 */
public record LotSizingItem(
        double unitTime, double holdingCost, double setupTime, double setupCost) {

    public LotSizingItem {
        requireAmount("unit time", unitTime);
        requireAmount("holding cost", holdingCost);
        requireAmount("setup time", setupTime);
        requireAmount("setup cost", setupCost);
    }

    static void requireAmount(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be a finite number, 0 or more.".formatted(name, value));
        }
    }
}
