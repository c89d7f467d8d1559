package io.quartermaster.pipelines.demand;

import io.quartermaster.pipelines.event.OptionLimits;
import io.quartermaster.pipelines.event.RunOptions;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of demand windows, built and checked once.
 *
 * @param zone in which days are cut
 * @param lastDay last day that gets a window, null in continuous running
 * @param allowedLatenessDays closed days that an event may still correct
 */
public record DemandOptions(ZoneId zone, LocalDate lastDay, int allowedLatenessDays)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final ConfigOption<Integer> ALLOWED_LATENESS_DAYS =
            ConfigOptions.key("demand.allowed-lateness-days")
                    .intType()
                    .defaultValue(3)
                    .withDescription(
                            "Closed days that a late event may still correct; what comes later is kept in the channel demand_late.");

    public DemandOptions {
        OptionLimits.atLeast(ALLOWED_LATENESS_DAYS, allowedLatenessDays, 0);
    }

    /** Every option of the job. */
    public static List<ConfigOption<?>> all() {
        return List.of(ALLOWED_LATENESS_DAYS, RunOptions.ZONE, RunOptions.LAST_DAY);
    }

    /**
     * Reads and checks the options.
     *
     * @throws IllegalArgumentException when a value is not possible
     */
    public static DemandOptions of(ReadableConfig options) {
        return new DemandOptions(
                zone(options.get(RunOptions.ZONE)),
                options.getOptional(RunOptions.LAST_DAY).map(DemandOptions::day).orElse(null),
                options.get(ALLOWED_LATENESS_DAYS));
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The option %s (%s) must be a time zone such as Europe/Berlin."
                            .formatted(RunOptions.ZONE.key(), zone),
                    e);
        }
    }

    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The option %s (%s) must be a day such as 2024-01-31."
                            .formatted(RunOptions.LAST_DAY.key(), day),
                    e);
        }
    }
}
