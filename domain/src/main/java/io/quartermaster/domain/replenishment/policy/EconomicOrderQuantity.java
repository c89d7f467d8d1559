package io.quartermaster.domain.replenishment.policy;

/**
 * The order quantity that costs least where demand is steady: {@code Q = root(2 K d (h + p) / (h
 * p))} with a share {@code h / (h + p)} of demand kept back until the next order; without
 * back-orders p is endless and {@code Q = root(2 K d / h)}. Source: Harris (1913).
 *
 * @param quantity units per order
 * @param backOrdered share of demand kept back, 0 to 1
 * @param costPerPeriod ordering, holding and keeping back, money per period; purchase apart
 * @param periodsBetween periods between orders
 */
public record EconomicOrderQuantity(
        double quantity, double backOrdered, double costPerPeriod, double periodsBetween) {

    /** Without back-orders. */
    public static EconomicOrderQuantity of(double orderCost, double demand, double holdingCost) {
        check(orderCost, demand, holdingCost);
        double quantity = Math.sqrt(2 * orderCost * demand / holdingCost);
        return new EconomicOrderQuantity(
                quantity, 0, Math.sqrt(2 * orderCost * demand * holdingCost), quantity / demand);
    }

    /**
     * With demand that waits.
     *
     * @param penaltyCost money per unit and period kept back, above 0
     */
    public static EconomicOrderQuantity withBackOrders(
            double orderCost, double demand, double holdingCost, double penaltyCost) {
        check(orderCost, demand, holdingCost);
        Terms.costs(holdingCost, penaltyCost);
        double share = holdingCost / (holdingCost + penaltyCost);
        double steady = holdingCost * penaltyCost / (holdingCost + penaltyCost);
        double quantity = Math.sqrt(2 * orderCost * demand / steady);
        return new EconomicOrderQuantity(
                quantity, share, Math.sqrt(2 * orderCost * demand * steady), quantity / demand);
    }

    /** What any quantity costs per period without back-orders, purchase apart. */
    public static double cost(
            double quantity, double orderCost, double demand, double holdingCost) {
        return orderCost * demand / quantity + holdingCost * quantity / 2;
    }

    static void check(double orderCost, double demand, double holdingCost) {
        Terms.positive("order cost", orderCost, "orders are free: then order what each day asks");
        Terms.positive("demand", demand, "the item is not sold: then nothing is ordered");
        Terms.positive("holding cost", holdingCost, "it is missing: then one order is for ever");
    }
}
