package io.quartermaster.pipelines.recommendation;

import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When the item-to-item table is told to all: at the end of each interval, or, where that is zero,
 * whenever lists are made at a day's close.
 *
 * @param interval zero or longer
 * @param days when lists are made
 */
public record TableTimes(Duration interval, RecommendationDays days) implements Serializable {

    /** Whether the table has been told by an instant; before the first lists are made it is not. */
    boolean isTold(long millis) {
        return !interval.isZero() || millis > days.begin();
    }

    /** The first such time at or after an instant, in epoch millis; none past the last day. */
    OptionalLong next(long millis) {
        if (interval.isZero() || days.next(millis).isEmpty()) {
            return days.next(millis);
        }
        long start = Math.floorDiv(millis, interval.toMillis()) * interval.toMillis();
        return OptionalLong.of(start + interval.toMillis() - 1);
    }
}
