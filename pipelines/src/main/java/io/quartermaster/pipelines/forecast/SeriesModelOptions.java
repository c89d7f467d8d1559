package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.ensemble.Combination;
import io.quartermaster.domain.forecast.intermittent.IntermittentMethod;
import io.quartermaster.domain.forecast.online.SeriesModelRules;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** Which models the forecast job runs, and when it estimates them anew. */
public final class SeriesModelOptions {

    public static final ConfigOption<List<String>> MODELS =
            ConfigOptions.key("forecast.models")
                    .stringType()
                    .asList()
                    .defaultValues(
                            SeasonalNaive.NAME,
                            DemandRegression.NAME,
                            ExponentialSmoothing.NAME,
                            IntermittentMethod.TSB.label(),
                            ForecastChampion.LSTM,
                            Combination.NAME)
                    .withDescription(
                            "Models that run, of seasonal_naive, regression, ets, theta, arima, tsb and lstm, with semicolons between; ensemble puts them together and chooses the champion. An automatic ARIMA with a season takes a fifth of a second to fit.");

    public static final ConfigOption<Integer> REFIT_EVERY_DAYS =
            ConfigOptions.key("forecast.refit-every-days")
                    .intType()
                    .defaultValue(28)
                    .withDescription(
                            "Days between estimations of a series' ets, theta and arima on its kept history; series take turns. 0: never.");

    public static final ConfigOption<Double> REFIT_ON_DRIFT =
            ConfigOptions.key("forecast.refit-on-drift")
                    .doubleType()
                    .defaultValue(3.0)
                    .withDescription(
                            "Recent squared errors of a series, in the variance that its models expect, above which their form is looked for again at once. 0: never.");

    /** A week is the season of daily demand. */
    private static final int SEASON = 7;

    private SeriesModelOptions() {}

    /** Every one of them. */
    static List<ConfigOption<?>> all() {
        return List.of(MODELS, REFIT_EVERY_DAYS, REFIT_ON_DRIFT);
    }

    static SeriesModelRules rules(ReadableConfig config) {
        return rules(config.get(MODELS), config.get(REFIT_EVERY_DAYS), config.get(REFIT_ON_DRIFT));
    }

    /** The rules of those models that are kept series by series. */
    static SeriesModelRules rules(List<String> models, int refitEvery, double drift) {
        return new SeriesModelRules(
                SeriesModelRules.NAMES.stream().filter(models::contains).toList(),
                SEASON,
                refitEvery,
                drift);
    }

    /**
     * Refuses models that there are not.
     *
     * @throws IllegalArgumentException naming the first
     */
    static void check(List<String> models) {
        List<String> known = known();
        for (String model : models) {
            if (!known.contains(model)) {
                throw new IllegalArgumentException(
                        "The model (%s) of the option %s is not known.\nMaybe one of: %s."
                                .formatted(model, MODELS.key(), String.join(", ", known)));
            }
        }
        if (models.isEmpty() || models.equals(List.of(Combination.NAME))) {
            throw new IllegalArgumentException(
                    "The option %s names no model.\nMaybe %s."
                            .formatted(MODELS.key(), String.join(";", MODELS.defaultValue())));
        }
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(List.of(SeasonalNaive.NAME, DemandRegression.NAME));
        known.addAll(SeriesModelRules.NAMES);
        known.add(ForecastChampion.LSTM);
        known.add(Combination.NAME);
        return known;
    }
}
