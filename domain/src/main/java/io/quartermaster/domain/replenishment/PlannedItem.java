package io.quartermaster.domain.replenishment;

import java.util.List;
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
 * @param byDay what binds the orders of each day, empty where the first day's rules bind them all
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
        List<BoundRules> byDay) {

    /**
     * What binds the orders of a day.
     *
     * @param rules how the item may be ordered
     * @param terms which terms say so, in words
     */
    public record BoundRules(OrderRules rules, String terms) {}

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
                List.of());
    }

    public PlannedItem {
        byDay = List.copyOf(byDay);
        if (!byDay.isEmpty() && byDay.size() != demand.length) {
            throw new IllegalArgumentException(
                    "The days of rules (%d) of item (%s) must be as many as those of demand (%d)."
                            .formatted(byDay.size(), item, demand.length));
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

    /** How it may be ordered on a day. */
    public OrderRules rules(int day) {
        return byDay.isEmpty() ? rules : byDay.get(day).rules();
    }

    /** Which terms bind the orders of a day, in words. */
    public String terms(int day) {
        return byDay.isEmpty() ? terms : byDay.get(day).terms();
    }

    /** The same item with every day's rules changed. */
    PlannedItem withRules(UnaryOperator<OrderRules> change) {
        return changed(
                costs,
                change.apply(rules),
                safetyStock,
                byDay.stream()
                        .map(one -> new BoundRules(change.apply(one.rules()), one.terms()))
                        .toList());
    }

    /** The same item at other costs. */
    PlannedItem with(ItemCosts newCosts) {
        return changed(newCosts, rules, safetyStock, byDay);
    }

    /** The same item with another safety stock. */
    PlannedItem with(SafetyStock newSafetyStock) {
        return changed(costs, rules, newSafetyStock, byDay);
    }

    private PlannedItem changed(
            ItemCosts newCosts,
            OrderRules newRules,
            SafetyStock newSafetyStock,
            List<BoundRules> newByDay) {
        return new PlannedItem(
                item,
                place,
                newCosts,
                newRules,
                onHand,
                arriving,
                demand,
                newSafetyStock,
                endStock,
                maxStock,
                unitVolume,
                terms,
                newByDay);
    }

    /** Whether an order of a day is allowed and arrives within the horizon. */
    public boolean canOrder(int day) {
        return rules(day).canOrder(day);
    }

    /** What a unit of an order costs. */
    public double unitCost(int day, long units) {
        return costs.unit() * rules(day).prices().share(units);
    }

    private static void requireAmount(String item, String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The %s (%s) of item (%s) must be 0 or more.".formatted(name, value, item));
        }
    }
}
