package io.quartermaster.domain.replenishment.policy;

import java.util.List;

/**
 * The economic order quantity where the price falls with the quantity. Holding costs a share of the
 * mean price paid. All-units: the price of the tier holds for the whole order; the best quantity is
 * a tier's own economic quantity where it lies in it, or a tier's first quantity. Incremental: each
 * unit costs the price of the tier it lies in, so an order in tier j is one of cost {@code K + sum
 * of (c_i - c_j) (b_(i+1) - b_i)} before it at price c_j. Source: Hadley and Whitin (1963).
 *
 * @param quantity units per order
 * @param tier number of the tier, from 0
 * @param costPerPeriod purchase, ordering and holding, money per period
 */
public record QuantityDiscount(double quantity, int tier, double costPerPeriod) {

    /** How the tiers are meant. */
    public enum Kind {
        ALL_UNITS,
        INCREMENTAL
    }

    /**
     * A price from a quantity on.
     *
     * @param fromQuantity units, 0 for the first
     * @param unitCost money per unit, above 0
     */
    public record Tier(double fromQuantity, double unitCost) {
        public Tier {
            Terms.amount("quantity of a tier", fromQuantity);
            Terms.positive("unit cost of a tier", unitCost, "the price is missing");
        }
    }

    /**
     * The best quantity.
     *
     * @param orderCost money per order, above 0
     * @param demand units per period, above 0
     * @param holdingRate share of the price per period, above 0
     * @param tiers by rising quantity, the first from 0
     */
    public static QuantityDiscount of(
            Kind kind, double orderCost, double demand, double holdingRate, List<Tier> tiers) {
        EconomicOrderQuantity.check(orderCost, demand, holdingRate);
        check(tiers);
        QuantityDiscount best = null;
        for (int j = 0; j < tiers.size(); j++) {
            Tier tier = tiers.get(j);
            double last = j + 1 < tiers.size() ? tiers.get(j + 1).fromQuantity() : Double.MAX_VALUE;
            double fixed = kind == Kind.ALL_UNITS ? 0 : surcharge(tiers, j);
            double own =
                    Math.sqrt(2 * (orderCost + fixed) * demand / (holdingRate * tier.unitCost()));
            double quantity = Math.min(Math.max(own, tier.fromQuantity()), last);
            double paid = tier.unitCost() + fixed / quantity;
            double cost =
                    demand * paid
                            + EconomicOrderQuantity.cost(
                                    quantity, orderCost, demand, holdingRate * paid);
            if (best == null || cost < best.costPerPeriod()) {
                best = new QuantityDiscount(quantity, j, cost);
            }
        }
        return best;
    }

    /** What the units of the tiers before cost more than at the price of this one. */
    private static double surcharge(List<Tier> tiers, int tier) {
        double sum = 0;
        for (int i = 0; i < tier; i++) {
            double width = tiers.get(i + 1).fromQuantity() - tiers.get(i).fromQuantity();
            sum += (tiers.get(i).unitCost() - tiers.get(tier).unitCost()) * width;
        }
        return sum;
    }

    private static void check(List<Tier> tiers) {
        if (tiers.isEmpty() || tiers.get(0).fromQuantity() != 0) {
            throw new IllegalArgumentException(
                    "The first price tier (of %d) must start at the quantity 0.\nMaybe add the list price as the first row."
                            .formatted(tiers.size()));
        }
        for (int j = 1; j < tiers.size(); j++) {
            Tier before = tiers.get(j - 1);
            Tier tier = tiers.get(j);
            if (tier.fromQuantity() <= before.fromQuantity()
                    || tier.unitCost() > before.unitCost()) {
                throw new IllegalArgumentException(
                        "The price tier (%s at %s) must start above the one before (%s at %s) and not cost more.\nMaybe sort the tiers by quantity."
                                .formatted(
                                        tier.fromQuantity(),
                                        tier.unitCost(),
                                        before.fromQuantity(),
                                        before.unitCost()));
            }
        }
    }
}
