package io.quartermaster.domain.replenishment;

/**
 * How far a plan is from the last version, over the days that both plan.
 *
 * @param orders that are not as they were: of another size, new or left out
 * @param units by which they differ, all together
 */
public record PlanChanges(int orders, long units) {

    /**
     * Counts what changed.
     *
     * @param last units ordered by the last version, by item and day, {@link KeptOrders#FREE} where
     *     it planned nothing; no entries for an item that it did not know
     * @param now units ordered, by item and day
     */
    public static PlanChanges between(long[][] last, long[][] now) {
        int orders = 0;
        long units = 0;
        for (int item = 0; item < last.length; item++) {
            for (int day = 0; day < Math.min(last[item].length, now[item].length); day++) {
                if (last[item][day] != KeptOrders.FREE && last[item][day] != now[item][day]) {
                    orders++;
                    units += Math.abs(last[item][day] - now[item][day]);
                }
            }
        }
        return new PlanChanges(orders, units);
    }
}
