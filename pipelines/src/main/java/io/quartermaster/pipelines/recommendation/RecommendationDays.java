package io.quartermaster.pipelines.recommendation;

import io.quartermaster.pipelines.channel.Channels;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    /** The first such time at or after an instant, in epoch millis; none past the last day. */
    OptionalLong next(long millis) {
        long day = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        long start = first.toEpochDay() - 1;
        long steps = Math.max(0, -Math.floorDiv(start - day, (long) everyDays));
        LocalDate known = LocalDate.ofEpochDay(start + steps * everyDays);
        return known.isAfter(last)
                ? OptionalLong.empty()
                : OptionalLong.of(Channels.endOf(known).toEpochMilli());
    }
}
