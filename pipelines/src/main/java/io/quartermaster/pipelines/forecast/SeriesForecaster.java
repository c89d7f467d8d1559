package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.BasicFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.ForecastAccuracy;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.SeriesRegression;
import io.quartermaster.domain.forecast.intermittent.SmoothedCounts;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts series of a file. {@code auto} takes for each series the model with the least absolute
 * error over its own last steps, held out; a series too short for that gets the seasonal naive, one
 * with demand now and then only {@link SmoothedCounts}.
 */
public final class SeriesForecaster {

    /** Chooses a model for each series. */
    public static final String AUTO = "auto";

    /** Every model there is. */
    public static final String ALL = "all";

    private final int horizon;
    private final int season;
    private final double[] levels;
    private final ForecastBundle lstm;
    private final CovariateColumns columns;

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
        this.season = season;
        this.levels = levels;
        this.lstm = lstm;
        this.columns = columns;
    }

    /** The models that {@code wanted} means: auto, all, or names with commas between. */
    public List<String> models(String wanted) {
        List<String> quick = new ArrayList<>(List.of(SeasonalNaive.NAME, DemandRegression.NAME));
        if (lstm != null) {
            quick.add(ForecastChampion.LSTM);
        }
        List<String> known = new ArrayList<>(quick);
        known.addAll(PlainModels.NAMES);
        if (wanted.equals(AUTO)) {
            return quick;
        }
        if (wanted.equals(ALL)) {
            return known;
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
     * Forecasts each series by each of the models, or by the best one.
     *
     * @return by series, then model
     */
    Map<Series, Map<String, HorizonForecast>> forecast(List<Series> all, String wanted) {
        List<String> models = models(wanted);
        Map<Series, HorizonForecast> recurrent =
                models.contains(ForecastChampion.LSTM) ? recurrent(all, horizon) : Map.of();
        Map<Series, String> chosen = wanted.equals(AUTO) ? chosen(all, models) : Map.of();
        Map<Series, Map<String, HorizonForecast>> forecasts = new LinkedHashMap<>();
        for (Series series : all) {
            Map<String, HorizonForecast> rows = new LinkedHashMap<>();
            String only = chosen.get(series);
            for (String model : only == null ? models : List.of(only)) {
                HorizonForecast forecast =
                        model.equals(ForecastChampion.LSTM)
                                ? recurrent.get(series)
                                : plain(model, series, horizon);
                if (forecast != null) {
                    rows.put(model, forecast);
                }
            }
            forecasts.put(series, rows);
        }
        return forecasts;
    }

    private Map<Series, String> chosen(List<Series> all, List<String> models) {
        int held = horizon;
        List<Series> shortened = new ArrayList<>();
        Map<Series, Series> of = new LinkedHashMap<>();
        for (Series series : all) {
            int kept = series.values().length - held;
            if (kept >= 2 * season && kept >= 4) {
                Series shorter = series.first(kept, series.ahead().length == 0 ? 0 : held);
                shortened.add(shorter);
                of.put(series, shorter);
            }
        }
        Map<Series, HorizonForecast> recurrent =
                models.contains(ForecastChampion.LSTM) ? recurrent(shortened, held) : Map.of();
        Map<Series, String> chosen = new LinkedHashMap<>();
        for (Series series : all) {
            Series shorter = of.get(series);
            chosen.put(
                    series,
                    SmoothedCounts.fits(series.values())
                            ? SmoothedCounts.NAME
                            : shorter == null
                                    ? SeasonalNaive.NAME
                                    : best(series, shorter, models, recurrent.get(shorter)));
        }
        return chosen;
    }

    private String best(
            Series series, Series shorter, List<String> models, HorizonForecast recurrent) {
        int kept = shorter.values().length;
        double[] actual = Arrays.copyOfRange(series.values(), kept, series.values().length);
        String best = SeasonalNaive.NAME;
        double least = Double.POSITIVE_INFINITY;
        for (String model : models) {
            HorizonForecast forecast =
                    model.equals(ForecastChampion.LSTM)
                            ? recurrent
                            : plain(model, shorter, actual.length);
            double error =
                    forecast == null
                            ? Double.POSITIVE_INFINITY
                            : ForecastAccuracy.meanAbsoluteError(forecast.mean(), actual);
            if (error < least) {
                least = error;
                best = model;
            }
        }
        return best;
    }

    /** Values below 0 are lifted for the models, which forecast counts, and put back after. */
    private HorizonForecast plain(String model, Series series, int steps) {
        double[] values = series.values();
        double lift = Math.min(0, Arrays.stream(values).min().orElse(0));
        double[] lifted = Arrays.stream(values).map(value -> value - lift).toArray();
        HorizonForecast forecast =
                switch (model) {
                    case SeasonalNaive.NAME ->
                            new SeasonalNaive(season).forecast(lifted, steps, levels);
                    case DemandRegression.NAME -> regression(lifted, series, steps);
                    default ->
                            PlainModels.fit(model, lifted, season)
                                    .forecast(steps, levels)
                                    .possible();
                };
        return lift == 0 ? forecast : scaled(forecast, 1, lift);
    }

    private HorizonForecast regression(double[] values, Series series, int steps) {
        double[] promotion =
                Arrays.stream(series.covariates()).mapToDouble(row -> row[1]).toArray();
        return SeriesRegression.forecast(
                values, promotion, series.knownAhead(columns), season, steps, levels);
    }

    private Map<Series, HorizonForecast> recurrent(List<Series> all, int steps) {
        if (lstm.options().shape().features().equals(BasicFeatures.NAME)) {
            return basic(all, steps);
        }
        if (lstm.options().horizon() < steps) {
            throw new IllegalArgumentException(
                    "The horizon (%d) is longer than the model's (%d).\nMaybe train one with --horizon %d."
                            .formatted(steps, lstm.options().horizon(), steps));
        }
        List<Series> grown = new ArrayList<>();
        List<DemandHistory> histories = new ArrayList<>();
        for (Series series : all) {
            List<DemandWindow> windows = series.windows();
            int from = Math.max(0, windows.size() - DemandHistory.KEPT);
            DemandHistory history = DemandHistory.before(windows.get(from).day().toEpochDay());
            for (DemandWindow window : windows.subList(from, windows.size())) {
                history = history.append(window);
            }
            if (ForecastBundle.isLongEnough(history)) {
                grown.add(series);
                histories.add(history);
            }
        }
        List<HorizonForecast> forecasts =
                lstm.forecast(histories, grown.stream().map(Series::daysAhead).toList());
        Map<Series, HorizonForecast> result = new LinkedHashMap<>();
        for (int i = 0; i < grown.size(); i++) {
            result.put(
                    grown.get(i),
                    scaled(cut(forecasts.get(i), steps), 1 / grown.get(i).factor(), 0));
        }
        return result;
    }

    private Map<Series, HorizonForecast> basic(List<Series> all, int steps) {
        BasicForecasts forecasts = new BasicForecasts(lstm, levels);
        Map<Series, HorizonForecast> result = new LinkedHashMap<>();
        for (Series series : all) {
            DailySales sales = DailySales.of(series);
            if (BasicForecasts.isLongEnough(sales)) {
                result.put(series, forecasts.forecast(sales, steps));
            }
        }
        return result;
    }

    private static HorizonForecast cut(HorizonForecast forecast, int steps) {
        double[][] quantiles = new double[forecast.levels().length][];
        for (int level = 0; level < quantiles.length; level++) {
            quantiles[level] = Arrays.copyOf(forecast.quantiles()[level], steps);
        }
        return new HorizonForecast(
                Arrays.copyOf(forecast.mean(), steps), forecast.levels(), quantiles);
    }

    private static HorizonForecast scaled(HorizonForecast forecast, double factor, double lift) {
        double[][] quantiles = new double[forecast.levels().length][];
        for (int level = 0; level < quantiles.length; level++) {
            quantiles[level] =
                    Arrays.stream(forecast.quantiles()[level])
                            .map(q -> q * factor + lift)
                            .toArray();
        }
        return new HorizonForecast(
                Arrays.stream(forecast.mean()).map(mean -> mean * factor + lift).toArray(),
                forecast.levels(),
                quantiles);
    }
}
