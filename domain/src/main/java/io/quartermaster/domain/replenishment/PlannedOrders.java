package io.quartermaster.domain.replenishment;

import java.time.LocalDate;

/**
 * What one plan orders of an item at a place.
 *
 * @param planDay first day of the plan
 * @param units ordered on each day of its horizon
 */
public record PlannedOrders(LocalDate planDay, long[] units) {

    /** The same orders as a later plan sees them; nothing beyond the old horizon. */
    public double[] from(LocalDate day, int days) {
        long passed = day.toEpochDay() - planDay.toEpochDay();
        double[] shifted = new double[days];
        for (int ahead = 0; ahead < days; ahead++) {
            long at = ahead + passed;
            shifted[ahead] = at >= 0 && at < units.length ? units[(int) at] : 0;
        }
        return shifted;
    }
}
