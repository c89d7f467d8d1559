package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.hierarchy.Method;
import io.quartermaster.domain.forecast.hierarchy.NodeMemory;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How forecasts are totalled.
 *
 * @param totals label of a {@link Method}, or none
 * @param planDays the days forecasts are made for
 */
public record TotalsOptions(String totals, PlanDays planDays) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String NONE = "none";

    public static final ConfigOption<String> TOTALS =
            ConfigOptions.key("forecast.totals")
                    .stringType()
                    .defaultValue(Method.MINT.label())
                    .withDescription(
                            "How forecasts of items, brands, categories and places are made to add up: mint (series and totals learn from each other), bottom-up (added up from the series), or none (no totals).");

    public TotalsOptions {
        List<String> known =
                Stream.concat(Arrays.stream(Method.values()).map(Method::label), Stream.of(NONE))
                        .toList();
        if (!known.contains(totals)) {
            throw new IllegalArgumentException(
                    "The value (%s) of the option %s is not known.\nMaybe one of: %s."
                            .formatted(
                                    totals,
                                    TOTALS.key(),
                                    known.stream().collect(Collectors.joining(", "))));
        }
    }

    /** Every option. */
    public static List<ConfigOption<?>> all() {
        return List.of(TOTALS);
    }

    public static TotalsOptions of(ReadableConfig options) {
        return new TotalsOptions(options.get(TOTALS), PlanDays.of(options));
    }

    boolean isWanted() {
        return !totals.equals(NONE);
    }

    /** Whether a window's day is among those that a first forecast looks back on. */
    boolean isKept(DemandWindow window) {
        return planDays.isActive(window.day().toEpochDay() + NodeMemory.DAYS);
    }

    Method method() {
        return Method.ofLabel(totals);
    }
}
