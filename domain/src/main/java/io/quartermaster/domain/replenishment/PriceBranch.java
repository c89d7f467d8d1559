package io.quartermaster.domain.replenishment;

import java.util.List;

/**
 * A part of all plans, told by whether single orders are placed, with the prices that bound it. The
 * parts of a search hold every plan once.
 *
 * @param decisions by which the part is told; none for all plans
 * @param bound what a plan of this part costs at least; infinite where there is none
 * @param capacityPrices price of a unit of each pool's capacity on each day
 * @param volumePrices price of a unit of each place's volume on each day
 * @param moneyPrices price of a money unit of each limit of money
 */
public record PriceBranch(
        List<Decision> decisions,
        double bound,
        double[][] capacityPrices,
        double[][] volumePrices,
        double[] moneyPrices) {

    public PriceBranch {
        decisions = List.copyOf(decisions);
    }

    /**
     * Whether an item is ordered in a slot.
     *
     * @param item number of the item
     * @param slot its chance to order
     */
    public record Decision(int item, int slot, boolean ordered) {}
}
