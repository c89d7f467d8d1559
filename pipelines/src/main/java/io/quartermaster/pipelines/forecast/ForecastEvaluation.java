package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.AccuracySummary;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.WindowAccuracy;
import io.quartermaster.domain.forecast.smoothing.Naive2;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the forecasts of series whose outcome is known: either the last steps of each series,
 * from one or more origins (rolling origin), or the series of a second file. A model sees of a
 * series only what lies before its origin.
 */
public final class ForecastEvaluation {

    /**
     * What lies on the two sides of an origin.
     *
     * @param known the series before it
     * @param actuals after it
     */
    private record Window(Series known, double[] actuals) {}

    /**
     * How to measure.
     *
     * @param season steps of a season, for the models and Naive2
     * @param scaleSeason lag of the scale of MASE, RMSSE and scaled pinball loss
     * @param levels of the quantiles, ascending
     */
    public record Measuring(int season, int scaleSeason, double[] levels) {
        public Measuring {
            if (scaleSeason < 1) {
                throw new IllegalArgumentException(
                        "The scale's season (%d) must be 1 or more steps.\nMaybe --scale-season 1, as M4 scales weekly series."
                                .formatted(scaleSeason));
            }
        }
    }

    /** Forecasts a series by itself, with the quantiles that are measured. */
    public interface Rule {
        HorizonForecast forecast(double[] history, int horizon);
    }

    private final List<List<Window>> origins;
    private final List<String> left = new ArrayList<>();

    private ForecastEvaluation(List<List<Window>> origins) {
        this.origins = origins;
    }

    /**
     * By the last steps of each series.
     *
     * @param count of origins, the latest {@code horizon} steps before the end
     * @param step between two origins
     */
    public static ForecastEvaluation rolling(Path input, int horizon, int count, int step) {
        if (horizon < 1 || count < 1 || step < 1) {
            throw new IllegalArgumentException(
                    "The horizon (%d), the windows (%d) and the step (%d) must be 1 or more."
                            .formatted(horizon, count, step));
        }
        List<Series> all = new SeriesFile(input, SeriesColumns.usual()).read();
        List<List<Window>> origins = new ArrayList<>();
        ForecastEvaluation evaluation = new ForecastEvaluation(origins);
        for (int origin = count - 1; origin >= 0; origin--) {
            List<Window> windows = new ArrayList<>();
            for (Series series : all) {
                int kept = series.values().length - horizon - origin * step;
                if (kept < 1) {
                    evaluation.leave(series, horizon + origin * step);
                } else {
                    windows.add(
                            new Window(
                                    series.first(kept),
                                    Arrays.copyOfRange(series.values(), kept, kept + horizon)));
                }
            }
            origins.add(windows);
        }
        return evaluation.checked();
    }

    /** By the series of a second file, which go on from those of the first. */
    public static ForecastEvaluation of(Path train, Path test, int horizon) {
        Map<String, Series> later = new TreeMap<>();
        new SeriesFile(test, SeriesColumns.usual())
                .read()
                .forEach(series -> later.put(series.id(), series));
        List<Window> windows = new ArrayList<>();
        ForecastEvaluation evaluation = new ForecastEvaluation(List.of(windows));
        for (Series series : new SeriesFile(train, SeriesColumns.usual()).read()) {
            Series next = later.remove(series.id());
            if (next == null || next.values().length < horizon) {
                evaluation.left.add(
                        "The series (%s) has %d of %d steps in the file (%s)."
                                .formatted(
                                        series.id(),
                                        next == null ? 0 : next.values().length,
                                        horizon,
                                        test));
            } else {
                windows.add(new Window(series, Arrays.copyOf(next.values(), horizon)));
            }
        }
        later.keySet()
                .forEach(
                        id ->
                                evaluation.left.add(
                                        "The series (%s) is not in the file (%s)."
                                                .formatted(id, train)));
        return evaluation.checked();
    }

    private void leave(Series series, int needed) {
        left.add(
                "The series (%s) has %d steps; an origin needs more than %d."
                        .formatted(series.id(), series.values().length, needed));
    }

    private ForecastEvaluation checked() {
        if (origins.stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "No series can be measured: %s\nMaybe a shorter --horizon or fewer --windows."
                            .formatted(left.get(0)));
        }
        return this;
    }

    /** Of each series that is not measured at an origin, why; one line each. */
    public List<String> left() {
        return left;
    }

    /** Windows of series to measure. */
    public int windows() {
        return origins.stream().mapToInt(List::size).sum();
    }

    /**
     * Measures.
     *
     * @param wanted as {@link SeriesForecaster#models} takes it; {@code auto} may stand among names
     * @return by model, in the order asked for; {@link Naive2} at the end
     */
    public List<AccuracySummary> measure(
            SeriesForecaster forecaster, String wanted, Measuring measuring) {
        Map<String, List<WindowAccuracy>> measured = new LinkedHashMap<>();
        asked(wanted).forEach(name -> measured.put(name, new ArrayList<>()));
        measured.put(Naive2.NAME, new ArrayList<>());
        for (List<Window> windows : origins) {
            List<Series> all = windows.stream().map(Window::known).toList();
            for (String name : asked(wanted)) {
                add(measured, name, windows, forecaster.forecast(all, name), measuring);
            }
            windows.forEach(w -> add(measured, Naive2.NAME, w, naive2(measuring), measuring));
        }
        measured.values().removeIf(List::isEmpty);
        return summaries(measured, measuring);
    }

    private static Rule naive2(Measuring measuring) {
        return (history, horizon) ->
                Naive2.forecast(history, measuring.season(), horizon, measuring.levels());
    }

    /** All of them means every model by itself, then the choice among them. */
    private static List<String> asked(String wanted) {
        return wanted.equals(SeriesForecaster.ALL)
                ? List.of(SeriesForecaster.ALL, SeriesForecaster.AUTO)
                : List.of(wanted.split(","));
    }

    private static void add(
            Map<String, List<WindowAccuracy>> measured,
            String asked,
            List<Window> windows,
            Map<Series, Map<String, HorizonForecast>> forecasts,
            Measuring measuring) {
        for (Window window : windows) {
            forecasts
                    .get(window.known())
                    .forEach(
                            (model, forecast) ->
                                    add(
                                            measured,
                                            asked.equals(SeriesForecaster.AUTO) ? asked : model,
                                            window,
                                            forecast,
                                            measuring));
        }
    }

    /** What a rule of its own reaches on the same windows. */
    public AccuracySummary measure(String name, Rule rule, Measuring measuring) {
        Map<String, List<WindowAccuracy>> measured = new LinkedHashMap<>();
        origins.forEach(windows -> windows.forEach(w -> add(measured, name, w, rule, measuring)));
        return AccuracySummary.of(name, measuring.levels(), measured.get(name));
    }

    private static void add(
            Map<String, List<WindowAccuracy>> measured,
            String name,
            Window window,
            Rule rule,
            Measuring measuring) {
        double[] known = window.known().values();
        int horizon = window.actuals().length;
        add(measured, name, window, rule.forecast(known, horizon), measuring);
    }

    private static void add(
            Map<String, List<WindowAccuracy>> measured,
            String model,
            Window window,
            HorizonForecast forecast,
            Measuring measuring) {
        WindowAccuracy accuracy =
                WindowAccuracy.of(
                        forecast,
                        window.actuals(),
                        window.known().values(),
                        measuring.scaleSeason());
        if (accuracy != null) {
            measured.computeIfAbsent(model, name -> new ArrayList<>()).add(accuracy);
        }
    }

    private static List<AccuracySummary> summaries(
            Map<String, List<WindowAccuracy>> measured, Measuring measuring) {
        AccuracySummary naive2 =
                AccuracySummary.of(Naive2.NAME, measuring.levels(), measured.get(Naive2.NAME));
        List<AccuracySummary> summaries = new ArrayList<>();
        measured.forEach(
                (model, windows) ->
                        summaries.add(
                                AccuracySummary.of(model, measuring.levels(), windows)
                                        .against(naive2)));
        return summaries;
    }
}
