package io.quartermaster.domain.replenishment.selection;

import java.util.Optional;

/**
 * How far rounds of prices agree on whether an order is placed: late rounds count more. The order
 * of most weight on which they do not is the one by which a part is divided.
 */
final class OrderDoubts {

    /** Below this share of rounds an order is as good as decided by itself. */
    private static final double LEAST = 0.02;

    private final ItemProgramme[] items;
    private final double[][] placed;
    private final double[][] units;
    private int rounds;

    /** An item's chance to order. */
    record Order(int item, int step) {}

    OrderDoubts(ItemProgramme[] items) {
        this.items = items;
        this.placed = new double[items.length][];
        this.units = new double[items.length][];
        for (int item = 0; item < items.length; item++) {
            placed[item] = new double[items[item].steps().length];
            units[item] = new double[placed[item].length];
        }
    }

    void nextRound() {
        rounds++;
    }

    /** Adds the plan of an item in this round. */
    void add(int item, ItemPlan plan) {
        double weight = Math.min(1, 2.0 / rounds);
        for (int step = 0; step < placed[item].length; step++) {
            long ordered = plan.units()[step];
            placed[item][step] += weight * ((ordered > 0 ? 1 : 0) - placed[item][step]);
            units[item][step] += weight * (ordered - units[item][step]);
        }
    }

    /** The order that is worth most times how little the rounds agree on it; empty for none. */
    Optional<Order> largest() {
        Order largest = null;
        double most = 0;
        for (int item = 0; item < items.length; item++) {
            for (int step = 0; step < placed[item].length; step++) {
                double share = placed[item][step];
                double doubt = Math.min(share, 1 - share);
                if (doubt >= LEAST && doubt * worth(item, step) > most) {
                    most = doubt * worth(item, step);
                    largest = new Order(item, step);
                }
            }
        }
        return Optional.ofNullable(largest);
    }

    private double worth(int item, int step) {
        OrderStep of = items[item].steps()[step];
        double ordered = units[item][step] / placed[item][step];
        return ordered * of.lowestUnitCost() + of.fixedCost();
    }
}
