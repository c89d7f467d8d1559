package io.quartermaster.pipelines.forecast;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How campaigns are measured, checked.
 *
 * @param level how often the interval holds the lift, above 0 to below 1
 * @param historyDays days before a campaign that its interval may come from
 */
public record LiftOptions(double level, int historyDays) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Four weeks that a base is known from, and as many that placebos may begin in. */
    private static final int LEAST_HISTORY = 56;

    public static final ConfigOption<Double> LEVEL =
            ConfigOptions.key("forecast.lift-level")
                    .doubleType()
                    .defaultValue(0.8)
                    .withDescription(
                            "How often the interval of a campaign's lift holds what it truly added.");

    public static final ConfigOption<Integer> HISTORY_DAYS =
            ConfigOptions.key("forecast.lift-history-days")
                    .intType()
                    .defaultValue(728)
                    .withDescription(
                            "Days of a brand's units that are kept to measure campaigns against, 56 or more.");

    public LiftOptions {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "The value (%s) of the option %s must be above 0 and below 1.\nMaybe 0.8."
                            .formatted(level, LEVEL.key()));
        }
        if (historyDays < LEAST_HISTORY) {
            throw new IllegalArgumentException(
                    "The value (%d) of the option %s must be %d or more.\nMaybe 728."
                            .formatted(historyDays, HISTORY_DAYS.key(), LEAST_HISTORY));
        }
    }

    /** Every option. */
    public static List<ConfigOption<?>> all() {
        return List.of(LEVEL, HISTORY_DAYS);
    }

    public static LiftOptions of(ReadableConfig options) {
        return new LiftOptions(options.get(LEVEL), options.get(HISTORY_DAYS));
    }
}
