package io.quartermaster.domain.replenishment.policy;

/**
 * The best (r, Q) policy under continuous review with demand that waits: once stock with what is
 * under way falls to r, order Q. The position is then spread evenly over r to r + Q, and with G(y)
 * the cost rate at y, {@code c(r, Q) = (K d + sum of G(r + 1 … r + Q)) / Q}. For counted demand the
 * search is Federgruen and Zheng's (1992), exact for units one at a time; for normal demand {@code
 * G(r) = G(r + Q) = c} with the integral in place of the sum (Zheng 1992).
 *
 * @param reorderPoint r, units
 * @param quantity Q, units
 * @param costPerPeriod ordering, holding and penalty, money per period
 */
public record RqPolicy(double reorderPoint, double quantity, double costPerPeriod) {

    private static final int MOST_UNITS = 50_000_000;

    /**
     * The policy that costs least.
     *
     * @param rate units of demand per period, above 0
     * @param leadTimeDemand demand of the lead time
     * @param orderCost money per order, above 0
     */
    public static RqPolicy of(
            double rate,
            Demand leadTimeDemand,
            double orderCost,
            double holdingCost,
            double penaltyCost) {
        Terms.positive("order cost", orderCost, "orders are free: then base-stock is best");
        Terms.positive("mean of demand", rate, "the item is not sold: then no stock is wanted");
        Terms.costs(holdingCost, penaltyCost);
        return leadTimeDemand instanceof NormalDemand normal
                ? continuous(rate * orderCost, normal, holdingCost, penaltyCost)
                : counted(rate * orderCost, leadTimeDemand, holdingCost, penaltyCost);
    }

    private static RqPolicy counted(
            double ordering, Demand demand, double holdingCost, double penaltyCost) {
        double best = Newsvendor.of(demand, holdingCost, penaltyCost).orderUpTo();
        double below = best - 1;
        double above = best + 1;
        double costBelow = Newsvendor.cost(demand, below, holdingCost, penaltyCost);
        double costAbove = Newsvendor.cost(demand, above, holdingCost, penaltyCost);
        double sum = ordering + Newsvendor.cost(demand, best, holdingCost, penaltyCost);
        int quantity = 1;
        while (Math.min(costBelow, costAbove) < sum / quantity) {
            if (costBelow <= costAbove) {
                sum += costBelow;
                below--;
                costBelow = Newsvendor.cost(demand, below, holdingCost, penaltyCost);
            } else {
                sum += costAbove;
                above++;
                costAbove = Newsvendor.cost(demand, above, holdingCost, penaltyCost);
            }
            quantity++;
            if (quantity > MOST_UNITS) {
                throw new IllegalArgumentException(
                        "The order quantity (above %d units) is too large to count unit by unit.\nMaybe count in packs, or take the normal distribution."
                                .formatted(MOST_UNITS));
            }
        }
        return new RqPolicy(below, quantity, sum / quantity);
    }

    private static RqPolicy continuous(
            double ordering, NormalDemand demand, double holdingCost, double penaltyCost) {
        double lowest = Newsvendor.of(demand, holdingCost, penaltyCost).orderUpTo();
        double low = Newsvendor.cost(demand, lowest, holdingCost, penaltyCost);
        double high = 2 * low + ordering + demand.deviation();
        Ends ends = new Ends(demand, holdingCost, penaltyCost, lowest);
        while (ends.saved(high) < ordering) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-13 * high; i++) {
            double middle = (low + high) / 2;
            if (ends.saved(middle) < ordering) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double cost = (low + high) / 2;
        double reorder = ends.at(cost, -1);
        return new RqPolicy(reorder, ends.at(cost, 1) - reorder, cost);
    }

    /** Where the cost rate G, lowest in the middle, crosses a level to both sides. */
    private record Ends(NormalDemand demand, double holding, double penalty, double lowest) {

        /** The area between the level and G: the integral of (level - G)+. */
        double saved(double level) {
            double from = at(level, -1);
            double to = at(level, 1);
            double left =
                    ((to - demand.mean()) * (to - demand.mean())
                                    - (from - demand.mean()) * (from - demand.mean()))
                            / 2;
            double missing = demand.secondAbove(from) - demand.secondAbove(to);
            return level * (to - from) - holding * left - (holding + penalty) * missing;
        }

        double at(double level, int side) {
            double inside = 0;
            double outside = demand.deviation();
            while (cost(lowest + side * outside) < level) {
                outside *= 2;
            }
            for (int i = 0; i < 200 && outside - inside > 1e-14 * outside; i++) {
                double middle = (inside + outside) / 2;
                if (cost(lowest + side * middle) < level) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            return lowest + side * (inside + outside) / 2;
        }

        private double cost(double units) {
            return Newsvendor.cost(demand, units, holding, penalty);
        }
    }
}
