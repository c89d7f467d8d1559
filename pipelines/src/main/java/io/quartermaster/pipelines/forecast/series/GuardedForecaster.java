package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.ensemble.SpreadCalibration;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Forecasts series so that none of them keeps the others from their forecast: where a model cannot
 * make one of a series, or makes one that is not finite, the seasonal naive does and says why.
 */
public final class GuardedForecaster {

    private final ForecastRequest request;
    private final ForecastBundle lstm;

    /**
     * @param lstm null if there is no trained model
     */
    GuardedForecaster(ForecastRequest request, ForecastBundle lstm) {
        this.request = request;
        this.lstm = lstm;
    }

    /** All forecasts of each series, in the order of the series and of the models asked for. */
    Map<Series, List<MadeForecast>> forecast(List<Series> all) {
        Map<Integer, List<Series>> byHorizon = new TreeMap<>();
        for (Series series : all) {
            byHorizon.computeIfAbsent(horizon(series), h -> new ArrayList<>()).add(series);
        }
        Map<Series, List<MadeForecast>> made = new LinkedHashMap<>();
        all.forEach(series -> made.put(series, new ArrayList<>()));
        byHorizon.forEach((horizon, some) -> forecast(some, horizon, made));
        return made;
    }

    private int horizon(Series series) {
        if (series.ahead().length > 0) {
            return series.ahead().length;
        }
        if (request.horizon() < 1) {
            throw new IllegalArgumentException(
                    "The series (%s) has no rows without a value at its end, so the horizon is not known.\nMaybe add --horizon N."
                            .formatted(series.id()));
        }
        return request.horizon();
    }

    /** How combined forecasts of each series fared; those that cannot be combined are left out. */
    Map<Series, SpreadCalibration> outcomes(List<Series> all) {
        Map<Series, SpreadCalibration> outcomes = new LinkedHashMap<>();
        for (Series series : all) {
            try {
                outcomes.putAll(forecaster(horizon(series)).outcomes(List.of(series)));
            } catch (IllegalArgumentException | ArithmeticException e) {
                // Its forecast meets the same and says why.
                outcomes.remove(series);
            }
        }
        return outcomes;
    }

    private SeriesForecaster forecaster(int horizon) {
        return new SeriesForecaster(
                horizon, request.season(), request.levels(), lstm, request.file().covariates());
    }

    private void forecast(List<Series> all, int horizon, Map<Series, List<MadeForecast>> made) {
        SeriesForecaster forecaster = forecaster(horizon);
        for (String asked : asked(forecaster)) {
            Map<Series, Map<String, HorizonForecast>> forecasts = attempt(forecaster, all, asked);
            for (Series series : all) {
                made.get(series).addAll(checked(series, asked, forecasts.get(series), forecaster));
            }
        }
    }

    /** Each model by itself, so that one which fails does not take the others with it. */
    private List<String> asked(SeriesForecaster forecaster) {
        return request.models().equals(SeriesForecaster.AUTO)
                ? List.of(SeriesForecaster.AUTO)
                : forecaster.models(request.models());
    }

    private Map<Series, Map<String, HorizonForecast>> attempt(
            SeriesForecaster forecaster, List<Series> all, String asked) {
        try {
            return forecaster.forecast(all, asked, request.calibration());
        } catch (IllegalArgumentException | ArithmeticException e) {
            if (asked.equals(ForecastChampion.LSTM)) {
                throw e;
            }
            Map<Series, Map<String, HorizonForecast>> alone = new LinkedHashMap<>();
            for (Series series : all) {
                alone.putAll(
                        all.size() == 1 ? Map.of() : attempt(forecaster, List.of(series), asked));
            }
            return alone;
        }
    }

    private List<MadeForecast> checked(
            Series series,
            String asked,
            Map<String, HorizonForecast> forecasts,
            SeriesForecaster forecaster) {
        if (forecasts == null) {
            return List.of(naive(series, asked + " cannot be fitted", forecaster));
        }
        List<MadeForecast> made = new ArrayList<>();
        forecasts.forEach(
                (model, forecast) ->
                        made.add(
                                forecast.isFinite()
                                        ? new MadeForecast(
                                                model, forecast, reason(series, forecaster))
                                        : naive(
                                                series,
                                                model + " has no finite forecast",
                                                forecaster)));
        if (made.isEmpty()) {
            made.add(naive(series, asked + " needs more steps", forecaster));
        }
        return made;
    }

    private static MadeForecast naive(Series series, String why, SeriesForecaster forecaster) {
        return new MadeForecast(
                SeasonalNaive.NAME,
                forecaster
                        .forecast(List.of(series), SeasonalNaive.NAME, null)
                        .get(series)
                        .get(SeasonalNaive.NAME),
                why);
    }

    private static String reason(Series series, SeriesForecaster forecaster) {
        double[] values = series.values();
        if (values.length == 1) {
            return "1 value";
        }
        boolean constant = Arrays.stream(values).allMatch(value -> value == values[0]);
        return constant ? (values[0] == 0 ? "no demand" : "no change") : forecaster.reason(series);
    }
}
