package io.quartermaster.domain.replenishment;

import java.time.LocalDate;

/**
 * What one plan orders of an item at a place.
 *
 * @param planDay first day of the plan
 * @param units ordered on each day of its horizon
 * @param stock units that it expects at each day's end, first on the evening before
 */
public record PlannedOrders(LocalDate planDay, long[] units, double[] stock) {

    /** The units on hand that the plan expects at some time of a day lie between these two. */
    public double[] expected(LocalDate day) {
        int at = (int) Math.max(0, day.toEpochDay() - planDay.toEpochDay());
        double before = stock[Math.min(at, stock.length - 1)];
        double after = stock[Math.min(at + (day.isBefore(planDay) ? 0 : 1), stock.length - 1)];
        return new double[] {Math.min(before, after), Math.max(before, after)};
    }

    /**
     * The same orders as a later plan sees them; {@link KeptOrders#FREE} beyond the old horizon.
     */
    public long[] from(LocalDate day, int days) {
        long passed = day.toEpochDay() - planDay.toEpochDay();
        long[] shifted = new long[days];
        for (int ahead = 0; ahead < days; ahead++) {
            long at = ahead + passed;
            shifted[ahead] = at >= 0 && at < units.length ? units[(int) at] : KeptOrders.FREE;
        }
        return shifted;
    }
}
