package io.quartermaster.domain.replenishment;

/**
 * What one item's decisions cost, in currency units.
 *
 * @param unit per unit ordered
 * @param order per order line
 * @param holdingPerDay per unit in stock at a day's end
 * @param lostSale per unit of demand not met
 * @param safetyShortfall per unit below the safety stock at a day's end
 * @param endShortfall per unit below the stock aimed at when the horizon ends
 * @param backorderPerDay per unit of demand that waits at a day's end; infinite where unmet demand
 *     is lost
 */
public record ItemCosts(
        double unit,
        double order,
        double holdingPerDay,
        double lostSale,
        double safetyShortfall,
        double endShortfall,
        double backorderPerDay) {

    /** Costs of an item whose unmet demand is lost. */
    public ItemCosts(
            double unit,
            double order,
            double holdingPerDay,
            double lostSale,
            double safetyShortfall,
            double endShortfall) {
        this(
                unit,
                order,
                holdingPerDay,
                lostSale,
                safetyShortfall,
                endShortfall,
                Double.POSITIVE_INFINITY);
    }

    public ItemCosts {
        requireCost("unit cost", unit);
        requireCost("order cost", order);
        requireCost("holding cost per day", holdingPerDay);
        requireCost("lost sale cost", lostSale);
        requireCost("safety shortfall cost", safetyShortfall);
        requireCost("end shortfall cost", endShortfall);
        if (!(backorderPerDay >= 0)) {
            throw new IllegalArgumentException(
                    "The back-order cost (%s) must be 0 or more.".formatted(backorderPerDay));
        }
    }

    /** Whether demand waits until it is met, up to the horizon's end. */
    public boolean backorders() {
        return Double.isFinite(backorderPerDay);
    }

    ItemCosts withUnit(double cost) {
        return new ItemCosts(
                cost,
                order,
                holdingPerDay,
                lostSale,
                safetyShortfall,
                endShortfall,
                backorderPerDay);
    }

    ItemCosts withOrder(double cost) {
        return new ItemCosts(
                unit,
                cost,
                holdingPerDay,
                lostSale,
                safetyShortfall,
                endShortfall,
                backorderPerDay);
    }

    private static void requireCost(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be 0 or more.".formatted(name, value));
        }
    }
}
