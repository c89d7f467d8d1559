package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.event.RunOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/**
 * The days of a bounded run.
 *
 * @param first first day with an event
 * @param last last day with an event
 * @param tailStart first day of the held-out tail
 */
public record RunDays(LocalDate first, LocalDate last, LocalDate tailStart) {

    public RunDays {
        if (!tailStart.isAfter(first) || tailStart.isAfter(last)) {
            throw new IllegalArgumentException(
                    "The held-out tail (from %s) must lie within the days of the input (%s to %s).\nMaybe give more days, or a shorter tail with --tail-days."
                            .formatted(tailStart, first, last));
        }
    }

    /** The last {@code tailDays} days are held out. */
    public static RunDays of(LocalDate first, LocalDate last, int tailDays) {
        return new RunDays(first, last, last.minusDays(tailDays - 1L));
    }

    /** Tells the jobs. */
    public void into(Configuration configuration) {
        configuration.set(RunOptions.LAST_DAY, last.toString());
        configuration.set(RunOptions.TAIL_START, tailStart.toString());
    }

    /** Every plan day: from the tail's start on, while the day before is known. */
    public List<LocalDate> planDays(int everyDays) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = tailStart; !day.minusDays(1).isAfter(last); ) {
            days.add(day);
            day = day.plusDays(everyDays);
        }
        return days;
    }
}
