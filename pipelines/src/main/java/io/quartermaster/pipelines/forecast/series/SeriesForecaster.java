package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.ensemble.Combination;
import io.quartermaster.domain.forecast.ensemble.ModelKind;
import io.quartermaster.domain.forecast.ensemble.RolledEnsemble.Member;
import io.quartermaster.domain.forecast.ensemble.RollingOrigins;
import io.quartermaster.domain.forecast.ensemble.SpreadCalibration;
import io.quartermaster.domain.forecast.intermittent.SmoothedCounts;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts series of a file. {@code auto} puts models together ({@link SeriesCombination}); a
 * series too short for that gets the seasonal naive, one with demand now and then only {@link
 * SmoothedCounts}.
 */
public final class SeriesForecaster {

    /** The best that can be had for each series. */
    public static final String AUTO = "auto";

    /** Every model there is. */
    public static final String ALL = "all";

    private final int horizon;
    private final double[] levels;
    private final ForecastBundle lstm;
    private final SeriesMembers members;
    private final Map<Series, String> reasons = new HashMap<>();

    /**
     * @param levels of the quantiles, ascending
     * @param lstm null if there is no trained model
     * @param columns of the series' covariates
     */
    public SeriesForecaster(
            int horizon,
            int season,
            double[] levels,
            ForecastBundle lstm,
            CovariateColumns columns) {
        if (horizon < 1) {
            throw new IllegalArgumentException(
                    "The horizon (%d) must be 1 or more steps.".formatted(horizon));
        }
        this.horizon = horizon;
        this.levels = levels;
        this.lstm = lstm;
        this.members = new SeriesMembers(season, horizon, columns);
    }

    /** The models that {@code wanted} means: auto, all, or names with commas between. */
    public List<String> models(String wanted) {
        List<String> known = new ArrayList<>(List.of(SeasonalNaive.NAME, DemandRegression.NAME));
        if (lstm != null) {
            known.add(ForecastChampion.LSTM);
        }
        for (ModelKind kind : ModelKind.values()) {
            known.add(kind.label());
        }
        if (wanted.equals(ALL)) {
            return known;
        }
        if (wanted.equals(AUTO)) {
            return List.of(Combination.NAME);
        }
        List<String> names = List.of(wanted.split(","));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "The model (%s) is not to be had.\nMaybe one of: auto, all, %s%s."
                                .formatted(
                                        name,
                                        String.join(", ", known),
                                        lstm == null ? ", or lstm with --model DIR" : ""));
            }
        }
        return names;
    }

    /**
     * Forecasts each series by each of the models, or by the best that can be had.
     *
     * @param calibration of combined forecasts, null for none
     * @return by series, then model
     */
    Map<Series, Map<String, HorizonForecast>> forecast(
            List<Series> all, String wanted, SpreadCalibration calibration) {
        if (!wanted.equals(AUTO)) {
            return byName(all, models(wanted));
        }
        Map<Series, Map<String, HorizonForecast>> forecasts = new LinkedHashMap<>();
        new SeriesCombination(members, horizon, levels, lstm)
                .forecast(all)
                .forEach(
                        (series, made) -> {
                            forecasts.put(
                                    series,
                                    Map.of(made.model(), made.calibrated(calibration, levels)));
                            reasons.put(series, made.reason());
                        });
        return forecasts;
    }

    /** How {@code auto}'s combined forecasts fared over the last steps of each series. */
    Map<Series, SpreadCalibration> outcomes(List<Series> all) {
        Map<Series, SpreadCalibration> outcomes = new LinkedHashMap<>();
        new SeriesCombination(members, horizon, levels, lstm)
                .forecast(all)
                .forEach((series, made) -> outcomes.put(series, made.outcomes()));
        return outcomes;
    }

    /** What {@code auto}'s forecast of a series is made of; empty if not of several models. */
    String reason(Series series) {
        return reasons.getOrDefault(series, "");
    }

    private Map<Series, Map<String, HorizonForecast>> byName(
            List<Series> all, List<String> models) {
        List<Member> recurrent =
                models.contains(ForecastChampion.LSTM) ? recurrent(all) : List.of();
        Map<Series, Map<String, HorizonForecast>> forecasts = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Map<String, HorizonForecast> rows = new LinkedHashMap<>();
            for (String model : models) {
                HorizonForecast forecast =
                        model.equals(ForecastChampion.LSTM)
                                ? recurrent.get(i).forecast()
                                : members.end(model, all.get(i), levels);
                if (forecast != null) {
                    rows.put(model, forecast);
                }
            }
            forecasts.put(all.get(i), rows);
        }
        return forecasts;
    }

    private List<Member> recurrent(List<Series> all) {
        List<RollingOrigins> none = new ArrayList<>();
        all.forEach(series -> none.add(RollingOrigins.none(series.values().length, horizon)));
        return new RecurrentMember(lstm, horizon, levels).members(all, none);
    }
}
