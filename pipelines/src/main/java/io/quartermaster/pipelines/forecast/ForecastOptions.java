package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.ensemble.Combination;
import io.quartermaster.domain.forecast.online.SeriesModelRules;
import io.quartermaster.pipelines.event.RunOptions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
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
 * @param models names of those that run
 * @param rules of the models that are fitted series by series
 * @param correctionDays days back that a corrected window corrects every model
 * @param calendarFile file of the {@link PriceCalendar}, empty if there is none
 */
public record ForecastOptions(
        String engine,
        String modelFolder,
        int bundleSize,
        int carryDays,
        int horizonDays,
        PlanDays planDays,
        TuningOptions tuning,
        List<String> models,
        SeriesModelRules rules,
        int correctionDays,
        String calendarFile)
        implements Serializable {

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

    public static final ConfigOption<Integer> CORRECTION_DAYS =
            ConfigOptions.key("forecast.correction-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription(
                            "Days back that a corrected window corrects every model and the forecasts made since; what comes later is counted and kept in the channel forecast_late. At least demand.allowed-lateness-days.");

    public static final ConfigOption<String> CALENDAR_FILE =
            ConfigOptions.key("forecast.price-calendar")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "File of prices and promotions that are planned (item,place,day,price,promotion; no place: all), which the LSTM then reads of the days it forecasts, and learns with. On a cluster it must lie where every task manager finds it.");

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
        positive(CORRECTION_DAYS, correctionDays);
        models = List.copyOf(models);
        SeriesModelOptions.check(models);
    }

    /** With the models and rules that run by default, and an LSTM that stays as it is. */
    public ForecastOptions(
            String engine,
            String modelFolder,
            int bundleSize,
            int carryDays,
            int horizonDays,
            PlanDays planDays) {
        this(engine, modelFolder, bundleSize, carryDays, horizonDays, planDays, TuningOptions.OFF);
    }

    /** With the models and rules that run by default, and an LSTM that may go on learning. */
    public ForecastOptions(
            String engine,
            String modelFolder,
            int bundleSize,
            int carryDays,
            int horizonDays,
            PlanDays planDays,
            TuningOptions tuning) {
        this(
                engine,
                modelFolder,
                bundleSize,
                carryDays,
                horizonDays,
                planDays,
                tuning,
                SeriesModelOptions.MODELS.defaultValue(),
                SeriesModelOptions.rules(new Configuration()),
                CORRECTION_DAYS.defaultValue(),
                CALENDAR_FILE.defaultValue());
    }

    /** Whether a model runs, as far as its engine is there. */
    boolean runs(String model) {
        return models.contains(model);
    }

    /** Names of the models that are put together, none where that is not asked for. */
    List<String> combined() {
        return runs(Combination.NAME)
                ? models.stream().filter(model -> !model.equals(Combination.NAME)).toList()
                : List.of();
    }

    /** The same without an engine. */
    ForecastOptions withoutEngine() {
        return new ForecastOptions(
                "none",
                "",
                bundleSize,
                carryDays,
                horizonDays,
                planDays,
                tuning,
                models,
                rules,
                correctionDays,
                calendarFile);
    }

    /** The same with a price calendar. */
    ForecastOptions withCalendar(String file) {
        return new ForecastOptions(
                engine,
                modelFolder,
                bundleSize,
                carryDays,
                horizonDays,
                planDays,
                tuning,
                models,
                rules,
                correctionDays,
                file);
    }

    /** The same with other models, for example to measure what they cost. */
    public ForecastOptions with(List<String> otherModels) {
        return new ForecastOptions(
                engine,
                modelFolder,
                bundleSize,
                carryDays,
                horizonDays,
                planDays,
                tuning,
                otherModels,
                SeriesModelOptions.rules(otherModels, rules.refitEvery(), rules.drift()),
                correctionDays,
                calendarFile);
    }

    private static void positive(ConfigOption<Integer> option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "The value (%d) of the option %s must be 1 or more.\nMaybe %s."
                            .formatted(value, option.key(), option.defaultValue()));
        }
    }

    public static ForecastOptions of(ReadableConfig config) {
        return of(config, "");
    }

    private static ForecastOptions of(ReadableConfig config, String noFolder) {
        return new ForecastOptions(
                config.get(ENGINE),
                config.getOptional(MODEL_FOLDER).orElse(noFolder),
                config.get(BUNDLE_SIZE),
                config.get(CARRY_DAYS),
                config.get(RunOptions.HORIZON_DAYS),
                PlanDays.of(config),
                TuningOptions.of(config),
                config.get(SeriesModelOptions.MODELS),
                SeriesModelOptions.rules(config),
                config.get(CORRECTION_DAYS),
                config.get(CALENDAR_FILE));
    }

    /**
     * Refuses what is not possible whatever the model, a price calendar with a wrong line too. A
     * run that trains one names its folder only later, so neither a missing folder nor what lies in
     * it is judged here.
     */
    static void check(ReadableConfig config) {
        PriceCalendar.of(of(config, "named later").calendarFile());
    }

    /** The options of the forecast room, without those that every job shares. */
    public static List<ConfigOption<?>> all() {
        List<ConfigOption<?>> all =
                new ArrayList<>(
                        List.of(
                                ENGINE,
                                MODEL_FOLDER,
                                BUNDLE_SIZE,
                                CARRY_DAYS,
                                CORRECTION_DAYS,
                                CALENDAR_FILE));
        all.addAll(SeriesModelOptions.all());
        all.addAll(TuningOptions.all());
        return all;
    }
}
