package io.quartermaster.pipelines.forecast;

import io.quartermaster.pipelines.event.RunOptions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How the forecast job runs, checked.
 *
 * @param engine auto, lstm or none
 * @param modelFolder folder of the trained model, empty if there is none
 * @param bundleSize series gathered before the engine is called
 * @param carryDays days after which a carried state is made anew from history
 * @param horizonDays days forecast
 * @param planDays the days forecasts are made for
 * @param tuning how the LSTM goes on learning
 */
public record ForecastOptions(
        String engine,
        String modelFolder,
        int bundleSize,
        int carryDays,
        int horizonDays,
        PlanDays planDays,
        TuningOptions tuning)
        implements Serializable {

    /** A model that stays as it is. */
    public ForecastOptions(
            String engine,
            String modelFolder,
            int bundleSize,
            int carryDays,
            int horizonDays,
            PlanDays planDays) {
        this(engine, modelFolder, bundleSize, carryDays, horizonDays, planDays, TuningOptions.OFF);
    }

    public static final ConfigOption<String> ENGINE =
            ConfigOptions.key("forecast.engine")
                    .stringType()
                    .defaultValue("auto")
                    .withDescription(
                            "Who forecasts beside regression and seasonal naive: lstm (fails without a model or engine), none, or auto (lstm where it can be had; else the reason is logged and counted).");

    public static final ConfigOption<String> MODEL_FOLDER =
            ConfigOptions.key("forecast.model-folder")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Folder of a model that 'train lstm' or a run wrote.");

    public static final ConfigOption<Integer> BUNDLE_SIZE =
            ConfigOptions.key("forecast.bundle-size")
                    .intType()
                    .defaultValue(256)
                    .withDescription(
                            "Series gathered before the engine is called, 64 of them in one call at most. 1: calls of one series each, to see what bundling gains.");

    public static final ConfigOption<Integer> CARRY_DAYS =
            ConfigOptions.key("forecast.carry-days")
                    .intType()
                    .defaultValue(28)
                    .withDescription(
                            "Days over which the state of a series is carried before it is made anew from its history.");

    private static final List<String> ENGINES = List.of("auto", "lstm", "none");

    public ForecastOptions {
        if (!ENGINES.contains(engine)) {
            throw new IllegalArgumentException(
                    "The engine (%s) of the option %s is not known.\nMaybe one of: %s."
                            .formatted(engine, ENGINE.key(), String.join(", ", ENGINES)));
        }
        if (engine.equals("lstm") && modelFolder.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option %s is lstm, but %s is not set.\nMaybe name the folder of a trained model."
                            .formatted(ENGINE.key(), MODEL_FOLDER.key()));
        }
        positive(BUNDLE_SIZE, bundleSize);
        positive(CARRY_DAYS, carryDays);
        positive(RunOptions.HORIZON_DAYS, horizonDays);
    }

    private static void positive(ConfigOption<Integer> option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "The value (%d) of the option %s must be 1 or more.\nMaybe %s."
                            .formatted(value, option.key(), option.defaultValue()));
        }
    }

    public static ForecastOptions of(ReadableConfig config) {
        return new ForecastOptions(
                config.get(ENGINE),
                config.getOptional(MODEL_FOLDER).orElse(""),
                config.get(BUNDLE_SIZE),
                config.get(CARRY_DAYS),
                config.get(RunOptions.HORIZON_DAYS),
                PlanDays.of(config),
                TuningOptions.of(config));
    }

    /**
     * Refuses what is not possible whatever the model. A run that trains one names its folder only
     * later, so neither a missing folder nor what lies in it is judged here.
     */
    static void check(ReadableConfig config) {
        new ForecastOptions(
                config.get(ENGINE),
                config.getOptional(MODEL_FOLDER).orElse("named later"),
                config.get(BUNDLE_SIZE),
                config.get(CARRY_DAYS),
                config.get(RunOptions.HORIZON_DAYS),
                PlanDays.of(config),
                TuningOptions.of(config));
    }

    /** The options of the forecast room, without those that every job shares. */
    public static List<ConfigOption<?>> all() {
        List<ConfigOption<?>> all =
                new ArrayList<>(List.of(ENGINE, MODEL_FOLDER, BUNDLE_SIZE, CARRY_DAYS));
        all.addAll(TuningOptions.all());
        return all;
    }
}
