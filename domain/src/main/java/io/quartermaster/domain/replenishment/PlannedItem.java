package io.quartermaster.domain.replenishment;

/**
 * One item at one place, as a plan sees it. Arrays have one entry per day of the horizon.
 *
 * @param item the item
 * @param place which of the problem's places it lies at
 * @param costs what its decisions cost
 * @param rules how it may be ordered
 * @param onHand units on hand before the first day
 * @param arriving units that arrive by orders placed earlier
 * @param demand expected units
 * @param safetyStock units to keep beyond expected demand
 * @param endStock units aimed at when the horizon ends
 * @param maxStock most units at a day's end, infinite for no limit
 * @param unitVolume volume of one unit
 * @param terms which terms bind it, in words
 */
public record PlannedItem(
        String item,
        int place,
        ItemCosts costs,
        OrderRules rules,
        double onHand,
        double[] arriving,
        double[] demand,
        SafetyStock safetyStock,
        double endStock,
        double maxStock,
        double unitVolume,
        String terms) {

    public PlannedItem {
        requireAmount(item, "stock on hand", onHand);
        requireAmount(item, "stock at the end", endStock);
        requireAmount(item, "volume", unitVolume);
        if (!(maxStock >= 0)) {
            throw new IllegalArgumentException(
                    "The largest stock (%s) of item (%s) must be 0 or more."
                            .formatted(maxStock, item));
        }
        for (int day = 0; day < demand.length; day++) {
            requireAmount(item, "demand of day " + day, demand[day]);
            requireAmount(item, "arrival of day " + day, arriving[day]);
        }
    }

    private static void requireAmount(String item, String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The %s (%s) of item (%s) must be 0 or more.".formatted(name, value, item));
        }
    }
}
