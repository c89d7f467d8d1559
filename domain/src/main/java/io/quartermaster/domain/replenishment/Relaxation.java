package io.quartermaster.domain.replenishment;

/**
 * The optimum of a plan's linear programme: no packs, smallest orders and whole order costs.
 *
 * @param objective what it costs, a lower bound of every plan's cost
 * @param wanted units that it orders, by item and order day
 * @param capacityPrices price of a unit of each pool's capacity on each day: its dual
 * @param volumePrices price of a unit of each place's volume on each day: its dual
 */
public record Relaxation(
        double objective, double[][] wanted, double[][] capacityPrices, double[][] volumePrices) {

    /** Its duals, as prices to start from. */
    public PlanPrices prices() {
        return new PlanPrices(capacityPrices, volumePrices);
    }
}
