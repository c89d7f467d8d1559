package io.quartermaster.pipelines.forecast;

import io.quartermaster.pipelines.event.RunOptions;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The days that plans are made for: first + k * every, k = 0, 1, …, as long as the day before lies
 * within the run. A plan's forecasts know all up to the end of its eve.
 *
 * @param firstDay epoch day of the first plan day; plan days of a run without one are counted from
 *     the epoch and have no first
 * @param everyDays between plan days, 1 or more
 * @param lastDay epoch day of the last eve
 */
public record PlanDays(long firstDay, int everyDays, long lastDay) implements Serializable {

    private static final long NONE = Long.MIN_VALUE;
    private static final int WARM = 28;

    public PlanDays {
        if (everyDays < 1) {
            throw new IllegalArgumentException(
                    "The value (%d) of the option %s must be 1 or more.\nMaybe 7."
                            .formatted(everyDays, RunOptions.PLAN_EVERY_DAYS.key()));
        }
    }

    public static PlanDays of(ReadableConfig config) {
        return new PlanDays(
                day(config, RunOptions.TAIL_START, NONE),
                config.get(RunOptions.PLAN_EVERY_DAYS),
                day(config, RunOptions.LAST_DAY, Long.MAX_VALUE));
    }

    private static long day(ReadableConfig config, ConfigOption<String> option, long otherwise) {
        String text = config.getOptional(option).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The value (%s) of the option %s is not a day.\nMaybe like 2011-11-12."
                            .formatted(text, option.key()),
                    e);
        }
    }

    /** Whether the day after this one is a plan day. */
    public boolean isEve(long epochDay) {
        return isActive(epochDay) && isAsked(epochDay);
    }

    /** Whether plans are made from here on: states are worth carrying. */
    public boolean isActive(long epochDay) {
        return firstDay == NONE || epochDay >= firstDay - 1;
    }

    /** Whether models run already: they begin {@value #WARM} days before the first eve. */
    public boolean isWarm(long epochDay) {
        return isActive(epochDay + WARM);
    }

    /** Whether models are asked: on eves, and before the first as if there were eves, to score. */
    public boolean isAsked(long epochDay) {
        long from = firstDay == NONE ? 0 : firstDay;
        return isWarm(epochDay)
                && epochDay <= lastDay
                && Math.floorMod(epochDay + 1 - from, (long) everyDays) == 0;
    }

    /** The first eve at or after a day. */
    public long eveFrom(long epochDay) {
        long from = firstDay == NONE ? 0 : firstDay;
        long earliest = firstDay == NONE ? epochDay : Math.max(epochDay, firstDay - 1);
        return earliest + Math.floorMod(from - 1 - earliest, (long) everyDays);
    }
}
