package io.quartermaster.domain.replenishment.lotsizing;

import java.util.List;

/**
 * Multi-item lot sizing with setup times on one resource (Trigeiro, Thomas and McClain 1989).
 * Demand is met in time; nothing is in stock before the first period.
 *
 * @param capacity time of the resource in each period, above 0
 * @param items at least one
 * @param demand units by period, then item; 0 or more
 */
public record LotSizingProblem(double capacity, List<LotSizingItem> items, double[][] demand) {

    public LotSizingProblem {
        items = List.copyOf(items);
        if (!(capacity > 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException(
                    "The capacity (%s) must be a finite number above 0.".formatted(capacity));
        }
        if (items.isEmpty() || demand.length == 0) {
            throw new IllegalArgumentException(
                    "The items (%d) and periods (%d) must be at least one each."
                            .formatted(items.size(), demand.length));
        }
        for (double[] ofPeriod : demand) {
            if (ofPeriod.length != items.size()) {
                throw new IllegalArgumentException(
                        "The demands of a period (%d) must be as many as the items (%d)."
                                .formatted(ofPeriod.length, items.size()));
            }
            for (double units : ofPeriod) {
                LotSizingItem.requireAmount("demand", units);
            }
        }
    }

    public int periods() {
        return demand.length;
    }

    /** Units of an item that the periods from one to another, both counted, ask for. */
    double demand(int item, int first, int last) {
        double units = 0;
        for (int period = first; period <= last; period++) {
            units += demand[period][item];
        }
        return units;
    }

    /** The most units of an item that one period can make, for all that is still asked for. */
    double largestLot(int item, int period) {
        LotSizingItem one = items.get(item);
        double asked = demand(item, period, periods() - 1);
        double time = Math.max(0, capacity - one.setupTime());
        return one.unitTime() == 0
                ? (one.setupTime() <= capacity ? asked : 0)
                : Math.min(asked, time / one.unitTime());
    }

    /**
     * Refuses where the demand up to some period takes more time than there is, one setup of each
     * item counted.
     *
     * @throws IllegalArgumentException that names the first such period, from 1
     */
    public void requireEnoughCapacity() {
        double[] asked = new double[items.size()];
        for (int period = 0; period < periods(); period++) {
            double time = 0;
            for (int item = 0; item < asked.length; item++) {
                asked[item] += demand[period][item];
                LotSizingItem one = items.get(item);
                time += asked[item] > 0 ? one.setupTime() + one.unitTime() * asked[item] : 0;
            }
            double available = capacity * (period + 1);
            if (time > available * (1 + 1e-9)) {
                throw new IllegalArgumentException(
                        "The demand up to period %d takes a time of %s, the capacity gives %s.\nMaybe raise the capacity (%s), or move demand to later periods."
                                .formatted(period + 1, time, available, capacity));
            }
        }
    }
}
