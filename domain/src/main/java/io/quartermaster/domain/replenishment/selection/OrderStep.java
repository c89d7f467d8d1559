package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import java.util.ArrayList;
import java.util.List;

/**
 * One chance to order an item: the order day, the day of arrival, and what an order costs by its
 * size. Quantities are in lattice units, of which a pack is a whole number.
 *
 * @param slot which of the item's chances to order
 * @param orderDay day of the order
 * @param arrivalDay day of arrival, within the horizon
 * @param fixedCost of an order line
 * @param stride lattice units of a pack
 * @param bands sizes with one price of a unit, rising
 */
record OrderStep(
        int slot, int orderDay, int arrivalDay, double fixedCost, int stride, List<Band> bands) {

    /**
     * Sizes with one price.
     *
     * @param least packs of the smallest order, 1 or more
     * @param most packs of the largest order, not below the least
     * @param unitCost money per unit ordered
     * @param saved money that an order of these sizes saves: it is as the last plan had it
     */
    record Band(long least, long most, double unitCost, double saved) {}

    OrderStep {
        bands = List.copyOf(bands);
    }

    /** The step of a slot; one without bands where no order is possible. */
    static OrderStep of(PlannedItem item, int slot, long lattice) {
        OrderRules rules = item.rules(slot);
        long pack = rules.packUnits();
        long least = Math.max(1, rules.smallestOrder() / pack);
        long most = rules.largestOrder(Double.POSITIVE_INFINITY) / pack;
        List<Band> bands = new ArrayList<>();
        long from = least;
        while (from <= most) {
            long next = rules.prices().next(from * pack);
            long until = next == 0 ? most : Math.min(most, -Math.floorDiv(-next, pack) - 1);
            bands.add(new Band(from, until, item.unitCost(slot, from * pack), 0));
            if (next == 0) {
                break;
            }
            from = until + 1;
        }
        long kept = item.kept().units(slot);
        if (kept > 0 && kept % pack == 0) {
            bands = withKept(bands, kept / pack, item.kept().costPerChange());
        }
        return new OrderStep(
                slot,
                item.day(slot),
                item.arrival(slot),
                item.orderCost(slot) + (kept == 0 ? item.kept().costPerChange() : 0),
                Math.toIntExact(pack / lattice),
                bands);
    }

    /** With the size that the last plan ordered as a band of its own. */
    private static List<Band> withKept(List<Band> bands, long kept, double saved) {
        List<Band> split = new ArrayList<>();
        for (Band band : bands) {
            boolean within = kept >= band.least() && kept <= band.most();
            if (!within || kept > band.least()) {
                long until = within ? kept - 1 : band.most();
                split.add(new Band(band.least(), until, band.unitCost(), 0));
            }
            if (within) {
                split.add(new Band(kept, kept, band.unitCost(), saved));
            }
            if (within && kept < band.most()) {
                split.add(new Band(kept + 1, band.most(), band.unitCost(), 0));
            }
        }
        return split;
    }

    /** The orders that are whole numbers of so many packs. */
    OrderStep coarser(long factor) {
        if (factor == 1) {
            return this;
        }
        List<Band> coarse = new ArrayList<>();
        for (Band band : bands) {
            long least = -Math.floorDiv(-band.least(), factor);
            long most = band.most() / factor;
            if (least <= most) {
                coarse.add(new Band(least, most, band.unitCost(), band.saved()));
            }
        }
        return new OrderStep(slot, orderDay, arrivalDay, fixedCost, stride, coarse);
    }

    /** One step for every order, rounded up to so many packs, at the lowest price. */
    OrderStep relaxed(long factor) {
        if (bands.isEmpty()) {
            return this;
        }
        long most = bands.get(bands.size() - 1).most() / factor + 2;
        return new OrderStep(
                slot,
                orderDay,
                arrivalDay,
                fixedCost,
                stride,
                List.of(new Band(1, most, lowestUnitCost(), mostSaved())));
    }

    /** Money that an order may save at most. */
    double mostSaved() {
        return bands.stream().mapToDouble(Band::saved).max().orElse(0);
    }

    /** Money per unit at the lowest. */
    double lowestUnitCost() {
        return bands.stream().mapToDouble(Band::unitCost).min().orElse(Double.POSITIVE_INFINITY);
    }
}
