package io.quartermaster.domain.replenishment;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * One item at one place, as a plan sees it. Arrays have one entry per day of the horizon.
 *
 * @param item the item
 * @param place which of the problem's places it lies at
 * @param costs what its decisions cost
 * @param rules how it may be ordered on the first day
 * @param onHand units on hand before the first day
 * @param arriving units that arrive by orders placed earlier
 * @param demand expected units
 * @param safetyStock units to keep beyond expected demand
 * @param endStock units aimed at when the horizon ends
 * @param maxStock most units at a day's end, infinite for no limit
 * @param unitVolume volume of one unit
 * @param terms which terms bind it on the first day, in words
 * @param byDay what binds the orders of each slot, empty where the first day's rules bind every
 *     day; slot {@code offer * days + day} is a day of an offer, the days of the first offer come
 *     first
 * @param shelfLifeDays days on which a unit can be sold from its arrival on, 0 for ever
 * @param kept orders of the last plan that a change of costs money
 */
public record PlannedItem(
        String item,
        int place,
        ItemCosts costs,
        OrderRules rules,
        double onHand,
        double[] arriving,
        double[] demand,
        SafetyStock safetyStock,
        double endStock,
        double maxStock,
        double unitVolume,
        String terms,
        List<BoundRules> byDay,
        int shelfLifeDays,
        KeptOrders kept) {

    /**
     * What binds the orders of a day.
     *
     * @param rules how the item may be ordered
     * @param terms which terms say so, in words
     * @param orderCost money per order line, empty for the item's
     */
    public record BoundRules(OrderRules rules, String terms, OptionalDouble orderCost) {

        public BoundRules(OrderRules rules, String terms) {
            this(rules, terms, OptionalDouble.empty());
        }
    }

    /** An item that was not planned before. */
    public PlannedItem(
            String item,
            int place,
            ItemCosts costs,
            OrderRules rules,
            double onHand,
            double[] arriving,
            double[] demand,
            SafetyStock safetyStock,
            double endStock,
            double maxStock,
            double unitVolume,
            String terms,
            List<BoundRules> byDay,
            int shelfLifeDays) {
        this(
                item,
                place,
                costs,
                rules,
                onHand,
                arriving,
                demand,
                safetyStock,
                endStock,
                maxStock,
                unitVolume,
                terms,
                byDay,
                shelfLifeDays,
                KeptOrders.NONE);
    }

    /** An item whose rules are the same on every day. */
    public PlannedItem(
            String item,
            int place,
            ItemCosts costs,
            OrderRules rules,
            double onHand,
            double[] arriving,
            double[] demand,
            SafetyStock safetyStock,
            double endStock,
            double maxStock,
            double unitVolume,
            String terms) {
        this(
                item,
                place,
                costs,
                rules,
                onHand,
                arriving,
                demand,
                safetyStock,
                endStock,
                maxStock,
                unitVolume,
                terms,
                List.of(),
                0);
    }

    public PlannedItem {
        byDay = List.copyOf(byDay);
        if (byDay.size() % demand.length != 0) {
            throw new IllegalArgumentException(
                    "The days of rules (%d) of item (%s) must be those of demand (%d), once per offer."
                            .formatted(byDay.size(), item, demand.length));
        }
        if (shelfLifeDays < 0) {
            throw new IllegalArgumentException(
                    "The shelf life (%d days) of item (%s) must be 0 or more."
                            .formatted(shelfLifeDays, item));
        }
        requireAmount(item, "stock on hand", onHand);
        requireAmount(item, "stock at the end", endStock);
        requireAmount(item, "volume", unitVolume);
        if (!(maxStock >= 0)) {
            throw new IllegalArgumentException(
                    "The largest stock (%s) of item (%s) must be 0 or more."
                            .formatted(maxStock, item));
        }
        for (int day = 0; day < demand.length; day++) {
            requireAmount(item, "demand of day " + day, demand[day]);
            requireAmount(item, "arrival of day " + day, arriving[day]);
        }
    }

    /** Chances to order: days times offers. */
    public int slots() {
        return byDay.isEmpty() ? demand.length : byDay.size();
    }

    /** The order day of a slot. */
    public int day(int slot) {
        return slot % demand.length;
    }

    /** The day on which an order of a slot arrives. */
    public int arrival(int slot) {
        return day(slot) + rules(slot).leadTimeDays();
    }

    /** How it may be ordered in a slot. */
    public OrderRules rules(int slot) {
        return byDay.isEmpty() ? rules : byDay.get(slot).rules();
    }

    /** Which terms bind the orders of a slot, in words. */
    public String terms(int slot) {
        return byDay.isEmpty() ? terms : byDay.get(slot).terms();
    }

    /** Money per order line of a slot. */
    public double orderCost(int slot) {
        return byDay.isEmpty() ? costs.order() : byDay.get(slot).orderCost().orElse(costs.order());
    }

    /**
     * Units in stock at a day's end at most: the largest stock, and what can be sold before the
     * newest unit's shelf life ends. Beyond the horizon demand goes on at its mean.
     */
    public double stockLimit(int day) {
        if (shelfLifeDays == 0) {
            return maxStock;
        }
        double sellable = 0;
        double mean = 0;
        for (double units : demand) {
            mean += units / demand.length;
        }
        for (int at = day + 1; at < day + shelfLifeDays; at++) {
            sellable += at < demand.length ? demand[at] : mean;
        }
        return Math.min(maxStock, sellable);
    }

    /** The same item with every day's rules changed. */
    PlannedItem withRules(UnaryOperator<OrderRules> change) {
        return ordered(
                change.apply(rules),
                byDay.stream()
                        .map(
                                one ->
                                        new BoundRules(
                                                change.apply(one.rules()),
                                                one.terms(),
                                                one.orderCost()))
                        .toList());
    }

    /** The same item without the stock on hand that cannot be sold before it expires. */
    public PlannedItem withoutWhatExpires() {
        if (shelfLifeDays == 0 || shelfLifeDays > demand.length) {
            return this;
        }
        double sellable = 0;
        for (int day = 0; day < shelfLifeDays; day++) {
            sellable += demand[day];
        }
        return onHand <= sellable ? this : withOnHand(sellable);
    }

    private PlannedItem withOnHand(double units) {
        return copy(
                costs,
                rules,
                units,
                arriving,
                demand,
                safetyStock,
                endStock,
                maxStock,
                byDay,
                shelfLifeDays);
    }

    /** The same item with other demand. */
    public PlannedItem withDemand(double[] units) {
        return copy(
                costs,
                rules,
                onHand,
                arriving,
                units,
                safetyStock,
                endStock,
                maxStock,
                byDay,
                shelfLifeDays);
    }

    /** The same item that aims at other stock for the horizon's end. */
    PlannedItem withEndStock(double units) {
        return changed(costs, arriving, safetyStock, units, maxStock, shelfLifeDays);
    }

    /** The same item at other costs. */
    PlannedItem with(ItemCosts newCosts) {
        return changed(newCosts, arriving, safetyStock, endStock, maxStock, shelfLifeDays);
    }

    /** The same item with another safety stock. */
    PlannedItem with(SafetyStock newSafetyStock) {
        return changed(costs, arriving, newSafetyStock, endStock, maxStock, shelfLifeDays);
    }

    /** The same item with other costs, arrivals and limits of stock. */
    PlannedItem changed(
            ItemCosts newCosts,
            double[] newArriving,
            SafetyStock newSafetyStock,
            double newEndStock,
            double newMaxStock,
            int newShelfLifeDays) {
        return copy(
                newCosts,
                rules,
                onHand,
                newArriving,
                demand,
                newSafetyStock,
                newEndStock,
                newMaxStock,
                byDay,
                newShelfLifeDays);
    }

    /** The same item whose order lines cost what its costs say, in every slot. */
    PlannedItem withoutOrderCosts() {
        List<BoundRules> without =
                byDay.stream().map(one -> new BoundRules(one.rules(), one.terms())).toList();
        return ordered(rules, without);
    }

    private PlannedItem ordered(OrderRules newRules, List<BoundRules> newByDay) {
        return copy(
                costs,
                newRules,
                onHand,
                arriving,
                demand,
                safetyStock,
                endStock,
                maxStock,
                newByDay,
                shelfLifeDays);
    }

    private PlannedItem copy(
            ItemCosts newCosts,
            OrderRules newRules,
            double newOnHand,
            double[] newArriving,
            double[] newDemand,
            SafetyStock newSafetyStock,
            double newEndStock,
            double newMaxStock,
            List<BoundRules> newByDay,
            int newShelfLifeDays) {
        return new PlannedItem(
                item,
                place,
                newCosts,
                newRules,
                newOnHand,
                newArriving,
                newDemand,
                newSafetyStock,
                newEndStock,
                newMaxStock,
                unitVolume,
                terms,
                newByDay,
                newShelfLifeDays,
                kept);
    }

    /** The same item that a plan shall change as little of as it is worth. */
    public PlannedItem keeping(KeptOrders orders) {
        return new PlannedItem(
                item,
                place,
                costs,
                rules,
                onHand,
                arriving,
                demand,
                safetyStock,
                endStock,
                maxStock,
                unitVolume,
                terms,
                byDay,
                shelfLifeDays,
                orders);
    }

    /** Whether an order of a slot is allowed and arrives within the horizon. */
    public boolean canOrder(int slot) {
        return rules(slot).canOrder(day(slot));
    }

    /** What a unit of an order costs. */
    public double unitCost(int slot, long units) {
        return costs.unit() * rules(slot).prices().share(units);
    }

    private static void requireAmount(String item, String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The %s (%s) of item (%s) must be 0 or more.".formatted(name, value, item));
        }
    }
}
