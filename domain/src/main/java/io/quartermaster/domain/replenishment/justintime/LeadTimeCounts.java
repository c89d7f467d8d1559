package io.quartermaster.domain.replenishment.justintime;

import java.util.Arrays;

/**
 * How many deliveries took how long, each counting less the longer it is past: half after a
 * half-life. Plain fields, so that it can be kept in state.
 *
 * @param day epoch day as of which they are weighed
 * @param weights of lead times of 0, 1, 2, … days, each 0 or more
 */
public record LeadTimeCounts(long day, double[] weights) {

    /** Longer ones count as this, days. */
    public static final int LONGEST_DAYS = 365;

    /** Before any delivery. */
    public static final LeadTimeCounts NONE = new LeadTimeCounts(0, new double[0]);

    /** With a delivery on a day; what was received before it was ordered took 0 days. */
    public LeadTimeCounts plus(long onDay, long leadDays, double halfLifeDays) {
        int took = (int) Math.max(0, Math.min(LONGEST_DAYS, leadDays));
        LeadTimeCounts now = at(Math.max(onDay, day), halfLifeDays);
        double[] more = Arrays.copyOf(now.weights, Math.max(now.weights.length, took + 1));
        more[took] += Math.pow(0.5, (now.day - onDay) / halfLifeDays);
        return new LeadTimeCounts(now.day, more);
    }

    /** The same as of a later day. */
    LeadTimeCounts at(long laterDay, double halfLifeDays) {
        if (laterDay == day || weights.length == 0) {
            return new LeadTimeCounts(laterDay, weights);
        }
        double factor = Math.pow(0.5, (laterDay - day) / halfLifeDays);
        return new LeadTimeCounts(
                laterDay, Arrays.stream(weights).map(weight -> weight * factor).toArray());
    }

    /** Deliveries that they are worth. */
    double total() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
