package io.quartermaster.domain.replenishment;

import java.time.LocalDate;

/**
 * Prices of a limit that items share, as a plan leaves them to the next one.
 *
 * @param planDay first day of the plan
 * @param perDay price on each day of its horizon, 0 or more
 */
public record PlannedPrices(LocalDate planDay, double[] perDay) {

    /** The same prices as a later plan sees them; beyond the old horizon 0. */
    public double[] from(LocalDate day, int days) {
        long passed = day.toEpochDay() - planDay.toEpochDay();
        double[] shifted = new double[days];
        for (int ahead = 0; ahead < days; ahead++) {
            long at = ahead + passed;
            shifted[ahead] = at >= 0 && at < perDay.length ? perDay[(int) at] : 0;
        }
        return shifted;
    }
}
