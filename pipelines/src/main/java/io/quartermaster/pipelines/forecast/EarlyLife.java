package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.ClusterPrior;

/**
 * The first days of an item at a place, as far as they are known.
 *
 * @param firstDay epoch day of the first
 * @param known number of days up to the last that is known
 * @param units of each day from the first on
 */
public record EarlyLife(long firstDay, int known, long[] units) {

    static EarlyLife start(long firstDay) {
        return new EarlyLife(firstDay, 0, new long[ClusterPrior.YOUNG_DAYS]);
    }

    /** Whether the day belongs to these first days. */
    boolean holds(long day) {
        return day >= firstDay && day - firstDay < units.length;
    }

    EarlyLife with(long day, long sold) {
        int index = (int) (day - firstDay);
        long[] next = units.clone();
        next[index] = sold;
        return new EarlyLife(firstDay, Math.max(known, index + 1), next);
    }

    boolean isComplete() {
        return known == units.length;
    }
}
