package io.quartermaster.pipelines.recommendation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * When recommendations are made: at the end of each day before first + n * every.
 *
 * @param first the day after the first ones
 * @param last last day of the run; nothing is made at the end of a later day
 * @param everyDays days from one time to the next
 */
public record RecommendationDays(LocalDate first, LocalDate last, int everyDays)
        implements Serializable {

    private static final long MILLIS_OF_DAY = 86_400_000;

    /** The first of these times, in epoch millis. */
    long begin() {
        return first.toEpochDay() * MILLIS_OF_DAY - 1;
    }

    /** The first such time at or after an instant, in epoch millis; none past the last day. */
    OptionalLong next(long millis) {
        long day = Math.floorDiv(millis, MILLIS_OF_DAY);
        long start = first.toEpochDay() - 1;
        long steps = Math.max(0, -Math.floorDiv(start - day, (long) everyDays));
        long next = start + steps * everyDays;
        return next > last.toEpochDay()
                ? OptionalLong.empty()
                : OptionalLong.of((next + 1) * MILLIS_OF_DAY - 1);
    }
}
