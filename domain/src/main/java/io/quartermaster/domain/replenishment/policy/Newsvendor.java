package io.quartermaster.domain.replenishment.policy;

/**
 * The newsvendor's answer: order up to the quantile of demand at the critical ratio {@code penalty
 * / (holding + penalty)}; that costs {@code holding E[(S - D)+] + penalty E[(D - S)+]}. For normal
 * demand the level is {@code mean + z deviation} and the cost {@code (holding + penalty) deviation
 * phi(z)}. Source: Arrow, Harris, Marschak (1951).
 *
 * @param orderUpTo level S up to which to order, units; whole where demand is counted
 * @param expectedCost money per period
 * @param criticalRatio chance of no shortage that is worth its cost, within 0 to 1
 * @param expectedLeft units left at the period's end
 * @param expectedShort units of demand not met
 */
public record Newsvendor(
        double orderUpTo,
        double expectedCost,
        double criticalRatio,
        double expectedLeft,
        double expectedShort) {

    private static final double SMALLEST = 1e-10;

    /** The best level for one period's demand, or that of all periods at risk. */
    public static Newsvendor of(Demand demand, double holdingCost, double penaltyCost) {
        Terms.costs(holdingCost, penaltyCost);
        double ratio = penaltyCost / (holdingCost + penaltyCost);
        double level = demand.quantile(ratio);
        return new Newsvendor(
                level,
                cost(demand, level, holdingCost, penaltyCost),
                ratio,
                demand.expectedLeft(level),
                demand.expectedAbove(level));
    }

    /** The expected cost of a period that begins with so many units. */
    public static double cost(Demand demand, double units, double holdingCost, double penaltyCost) {
        return holdingCost * demand.expectedLeft(units) + penaltyCost * demand.expectedAbove(units);
    }

    /** The share of demand that is met, where there is any. */
    public static double fillRate(Demand demand, double units) {
        return demand.mean() > 0 ? 1 - demand.expectedAbove(units) / demand.mean() : 1;
    }

    /**
     * What a unit missing for a day costs where the service level is the newsvendor's critical
     * ratio: {@code holding * level / (1 - level)}.
     */
    public static double shortfallCost(double holdingCost, double serviceLevel) {
        if (!(serviceLevel >= SMALLEST && serviceLevel <= 1 - SMALLEST)) {
            throw new IllegalArgumentException(
                    "The service level (%s) must lie between 0 and 1, both excluded."
                            .formatted(serviceLevel));
        }
        return holdingCost * serviceLevel / (1 - serviceLevel);
    }
}
