package io.quartermaster.pipelines.replenishment;

import io.quartermaster.pipelines.event.OptionLimits;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * When plans are made again between plan days, and how still they are kept.
 *
 * @param onEvents whether events have their components planned again
 * @param everyMillis event time that is gathered into one replanning, above 0
 * @param stockDays days of demand that stock may be off the plan
 * @param nervousness money for each near order that a plan changes
 * @param frozenDays days from the plan day on whose orders are near
 */
record ReplanOptions(
        boolean onEvents, long everyMillis, double stockDays, double nervousness, int frozenDays)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static final ConfigOption<Boolean> ON_EVENTS =
            ConfigOptions.key("replenishment.replan-on-events")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Whether stock, terms, stages, catalogue entries, late forecasts and steps of orders have the components that they touch planned again at once. Where stock is simulated never.");

    static final ConfigOption<Duration> EVERY =
            ConfigOptions.key("replenishment.replan-every")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "Event time whose events are gathered into one replanning of a supplier.");

    static final ConfigOption<Double> STOCK_DAYS =
            ConfigOptions.key("replenishment.replan-stock-days")
                    .doubleType()
                    .defaultValue(1.0)
                    .withDescription(
                            "Days of mean demand that a count or receipt may lie off what the last plan expects on its day before it is planned for.");

    static final ConfigOption<Double> NERVOUSNESS =
            ConfigOptions.key("replenishment.nervousness")
                    .doubleType()
                    .defaultValue(0.0)
                    .withDescription(
                            "Money that a plan counts for each order of the frozen days that is not as in the last version.");

    static final ConfigOption<Integer> FROZEN_DAYS =
            ConfigOptions.key("replenishment.frozen-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription(
                            "Days from the plan day on whose orders cost replenishment.nervousness to change.");

    ReplanOptions {
        if (everyMillis < 1) {
            throw new IllegalArgumentException(
                    "The option %s (%d ms) must be at least 1 ms.\nMaybe 1 s."
                            .formatted(EVERY.key(), everyMillis));
        }
        OptionLimits.atLeast(STOCK_DAYS, stockDays, 0);
        OptionLimits.atLeast(NERVOUSNESS, nervousness, 0);
        OptionLimits.atLeast(FROZEN_DAYS, frozenDays, 0);
    }

    static ReplanOptions of(ReadableConfig options) {
        return new ReplanOptions(
                options.get(ON_EVENTS),
                options.get(EVERY).toMillis(),
                options.get(STOCK_DAYS),
                options.get(NERVOUSNESS),
                options.get(FROZEN_DAYS));
    }

    static List<ConfigOption<?>> all() {
        return List.of(ON_EVENTS, EVERY, STOCK_DAYS, NERVOUSNESS, FROZEN_DAYS);
    }

    /** The time at which what happens at a time is planned for: the next full step, or itself. */
    long timeOf(long time) {
        return -Math.floorDiv(-time, everyMillis) * everyMillis;
    }
}
