package io.quartermaster.pipelines.event;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Days in the run's zone.
 *
 * @param zone in which days are cut
 * @param lastDay of a bounded run, null in continuous running
 */
public record DayClock(ZoneId zone, LocalDate lastDay) implements Serializable {

    public static DayClock of(ReadableConfig options) {
        return new DayClock(zone(options), day(options, RunOptions.LAST_DAY));
    }

    /** A day given as an option, null if it is not. */
    public static LocalDate day(ReadableConfig options, ConfigOption<String> option) {
        String given = options.getOptional(option).orElse(null);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The day (%s) of the option (%s) cannot be read.\nMaybe 2026-01-31."
                            .formatted(given, option.key()),
                    e);
        }
    }

    private static ZoneId zone(ReadableConfig options) {
        String given = options.get(RunOptions.ZONE);
        try {
            return ZoneId.of(given);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The zone (%s) of the option (%s) is not known.\nMaybe UTC or Europe/London."
                            .formatted(given, RunOptions.ZONE.key()),
                    e);
        }
    }

    public LocalDate dayOf(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    /** The last millisecond of a day. */
    public long endMillis(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - 1;
    }

    /** Whether a day lies past the run. */
    public boolean isOver(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }
}
