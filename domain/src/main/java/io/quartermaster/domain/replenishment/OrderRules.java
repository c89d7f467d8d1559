package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.PriceTiers;

/**
 * How one item may be ordered.
 *
 * @param leadTimeDays days from order to arrival
 * @param packUnits units of a pack; orders are whole packs
 * @param minUnits smallest order, 0 for none
 * @param maxUnits largest order, {@link Long#MAX_VALUE} for no limit
 * @param orderDays whether day t takes orders, one per day of the horizon
 * @param capacityPool which of the problem's capacities its orders use
 * @param prices share of the item's unit cost that a unit of an order costs, by the order's size
 */
public record OrderRules(
        int leadTimeDays,
        long packUnits,
        long minUnits,
        long maxUnits,
        boolean[] orderDays,
        int capacityPool,
        PriceTiers prices) {

    /** Rules under which every unit costs the item's unit cost. */
    public OrderRules(
            int leadTimeDays,
            long packUnits,
            long minUnits,
            long maxUnits,
            boolean[] orderDays,
            int capacityPool) {
        this(leadTimeDays, packUnits, minUnits, maxUnits, orderDays, capacityPool, PriceTiers.FLAT);
    }

    public OrderRules {
        if (leadTimeDays < 0) {
            throw new IllegalArgumentException(
                    "The lead time (%d days) must be 0 or more.".formatted(leadTimeDays));
        }
        if (packUnits < 1) {
            throw new IllegalArgumentException(
                    "The pack (%d units) must be 1 or more.".formatted(packUnits));
        }
        if (minUnits < 0 || maxUnits < 0) {
            throw new IllegalArgumentException(
                    "The smallest (%d) and largest order (%d) must be 0 or more."
                            .formatted(minUnits, maxUnits));
        }
    }

    /** The same rules with another smallest order. */
    OrderRules withMinUnits(long units) {
        return new OrderRules(
                leadTimeDays, packUnits, units, maxUnits, orderDays, capacityPool, prices);
    }

    /** The same rules without any day for orders. */
    OrderRules withoutOrders() {
        return new OrderRules(
                leadTimeDays,
                packUnits,
                minUnits,
                maxUnits,
                new boolean[orderDays.length],
                capacityPool,
                prices);
    }

    /** The same rules with orders that arrive a day earlier, where that is possible. */
    OrderRules aDayEarlier() {
        return new OrderRules(
                Math.max(0, leadTimeDays - 1),
                packUnits,
                minUnits,
                maxUnits,
                orderDays,
                capacityPool,
                prices);
    }

    /** Whether an order of day t is allowed and arrives within the horizon. */
    public boolean canOrder(int day) {
        return orderDays[day] && day + leadTimeDays < orderDays.length;
    }

    /** The smallest order in whole packs. */
    public long smallestOrder() {
        return inPacks((double) Math.max(1, minUnits));
    }

    /** The largest order in whole packs. */
    public long largestOrder(double capacityPerDay) {
        double limit = Math.min((double) maxUnits, capacityPerDay);
        return limit >= Long.MAX_VALUE
                ? Long.MAX_VALUE / packUnits * packUnits
                : (long) limit / packUnits * packUnits;
    }

    /** Units rounded up to whole packs. */
    public long inPacks(double units) {
        return (long) Math.ceil(units / packUnits - 1e-9) * packUnits;
    }
}
