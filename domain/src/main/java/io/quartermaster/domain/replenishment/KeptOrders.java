package io.quartermaster.domain.replenishment;

/**
 * Orders of an item in the last plan version that shall stay as they are, and what a change of one
 * costs: the price of a nervous plan (schedule instability: Carlson, Jucker and Kropp 1979).
 *
 * @param units ordered by the last plan, by slot; {@link #FREE} where an order may change for
 *     nothing; no entries where all may
 * @param costPerChange money for each order that is not as it was, 0 or more
 */
public record KeptOrders(long[] units, double costPerChange) {

    /** An order that may change for nothing. */
    public static final long FREE = -1;

    /** Everything may change. */
    public static final KeptOrders NONE = new KeptOrders(new long[0], 0);

    public KeptOrders {
        if (!(costPerChange >= 0) || Double.isInfinite(costPerChange)) {
            throw new IllegalArgumentException(
                    "The cost (%s) of a changed order must be 0 or more.".formatted(costPerChange));
        }
    }

    /** Units that the order of a slot shall keep, or {@link #FREE}. */
    public long units(int slot) {
        return slot < units.length && costPerChange > 0 ? units[slot] : FREE;
    }

    /** What orders cost that are not as they were. */
    public double cost(long[] orders) {
        double cost = 0;
        for (int slot = 0; slot < Math.min(orders.length, units.length); slot++) {
            long kept = units(slot);
            cost += kept == FREE || kept == orders[slot] ? 0 : costPerChange;
        }
        return cost;
    }
}
