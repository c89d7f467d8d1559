package io.quartermaster.domain.risk;

/**
 * Deliveries of one brand, in sums that forget: what came on day t_k counts 2^(-(t - t_k) / h) on
 * day t. Units count a second time with a half-life of 14 days, so that they tell the present rate.
 *
 * @param day epoch day up to which the sums are decayed
 * @param lastDay epoch day of the last delivery; {@link #NEVER} before the first
 * @param deliveries number of deliveries
 * @param late number of those after their promise
 * @param ordered units ordered
 * @param missing units ordered that did not come
 * @param delay days after the promise, negative before it
 * @param delaySquares squares of these
 * @param gaps number of gaps between days with a delivery
 * @param gapDays days of these
 * @param recentUnits units that came, by the shorter half-life
 */
public record SupplyHistory(
        long day,
        long lastDay,
        double deliveries,
        double late,
        double ordered,
        double missing,
        double delay,
        double delaySquares,
        double gaps,
        double gapDays,
        double recentUnits) {

    /** Stands for no day. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Before any delivery. */
    public static final SupplyHistory NONE = new SupplyHistory(0, NEVER, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final double RECENT_HALF_LIFE_DAYS = 14;

    /**
     * One more delivery.
     *
     * @param onDay epoch day on which it came; one that comes late counts as of the day known
     * @param delayDays after the promise; 0 where nothing was promised
     */
    public SupplyHistory plus(
            long onDay, double delayDays, long units, long delivered, double halfLifeDays) {
        SupplyHistory then = at(Math.max(onDay, day), halfLifeDays);
        boolean isNewDay = lastDay != NEVER && onDay > lastDay;
        return new SupplyHistory(
                then.day,
                Math.max(lastDay, onDay),
                then.deliveries + 1,
                then.late + (delayDays > 0 ? 1 : 0),
                then.ordered + units,
                then.missing + Math.max(0, units - delivered),
                then.delay + delayDays,
                then.delaySquares + delayDays * delayDays,
                then.gaps + (isNewDay ? 1 : 0),
                then.gapDays + (isNewDay ? onDay - lastDay : 0),
                then.recentUnits + delivered);
    }

    /** The same as of a later day. */
    public SupplyHistory at(long laterDay, double halfLifeDays) {
        long passed = lastDay == NEVER ? 0 : laterDay - day;
        double kept = Math.pow(2, -passed / halfLifeDays);
        return new SupplyHistory(
                laterDay,
                lastDay,
                deliveries * kept,
                late * kept,
                ordered * kept,
                missing * kept,
                delay * kept,
                delaySquares * kept,
                gaps * kept,
                gapDays * kept,
                recentUnits * Math.pow(2, -passed / RECENT_HALF_LIFE_DAYS));
    }

    double lateShare() {
        return late / deliveries;
    }

    double missingShare() {
        return missing / ordered;
    }

    /** Standard deviation of the delay, days. */
    double delaySpread() {
        double mean = delay / deliveries;
        return Math.sqrt(Math.max(0, delaySquares / deliveries - mean * mean));
    }

    /** Units a day at present: of a steady rate r, the decayed sum is r h / ln 2. */
    double unitsPerDay() {
        return recentUnits * Math.log(2) / RECENT_HALF_LIFE_DAYS;
    }

    /** Days since the last delivery, over the mean gap. */
    double silence() {
        return (day - lastDay) / (gapDays / gaps);
    }
}
