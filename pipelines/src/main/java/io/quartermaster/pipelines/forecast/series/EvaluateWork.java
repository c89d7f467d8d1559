package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.WindowAccuracy;
import io.quartermaster.domain.forecast.smoothing.Naive2;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures forecasts of each series from its origins: a model sees what lies before an origin, and
 * of covariates that are known ahead what lies after it. One line for each window and model.
 */
public final class EvaluateWork implements SeriesWork {

    /** Name of the yardstick that never expects anything. */
    static final String ZEROS = "zeros";

    private static final long serialVersionUID = 1L;

    private final Origins origins;
    private transient Map<String, Series> later;

    /**
     * What lies on the two sides of an origin.
     *
     * @param known the series before it
     * @param actuals after it, NaN where unknown
     */
    private record Window(Series known, double[] actuals) {}

    EvaluateWork(Origins origins) {
        this.origins = origins;
    }

    @Override
    public List<SeriesBlock> of(List<Series> bundle, ForecastRequest request, ForecastBundle lstm) {
        Map<Series, StringBuilder> lines = new LinkedHashMap<>();
        Map<Series, List<String>> said = new LinkedHashMap<>();
        bundle.forEach(series -> lines.put(series, new StringBuilder()));
        bundle.forEach(s -> said.put(s, new ArrayList<>(Arrays.asList(s.said()))));
        for (int origin = origins.count() - 1; origin >= 0; origin--) {
            Map<Series, Window> windows = new LinkedHashMap<>();
            for (Series series : bundle) {
                Window window = window(series, request.horizon(), origin, said.get(series));
                if (window != null) {
                    windows.put(series, window);
                }
            }
            measure(windows, request, lstm, lines);
        }
        List<SeriesBlock> blocks = new ArrayList<>();
        for (Series series : bundle) {
            String[] words = said.get(series).toArray(String[]::new);
            String text = lines.get(series).toString();
            blocks.add(new SeriesBlock(series.id(), text, new String[0], words));
        }
        return blocks;
    }

    private Window window(Series series, int horizon, int origin, List<String> said) {
        if (origins.later() != null) {
            return laterWindow(series, horizon, said);
        }
        int kept = series.values().length - horizon - origin * origins.step();
        if (kept < 1) {
            said.add(
                    "The series (%s) has %d steps; an origin needs more than %d."
                            .formatted(
                                    series.id(),
                                    series.values().length,
                                    horizon + origin * origins.step()));
            return null;
        }
        return new Window(series.first(kept, horizon), series.next(kept, horizon));
    }

    private Window laterWindow(Series series, int horizon, List<String> said) {
        if (later == null) {
            later = new TreeMap<>();
            origins.later().read().forEach(next -> later.put(next.id(), next));
        }
        Series next = later.get(series.id());
        int steps = next == null ? 0 : next.values().length;
        if (steps < horizon) {
            said.add(
                    "The series (%s) has %d of %d steps in the file (%s)."
                            .formatted(series.id(), steps, horizon, origins.later().file()));
            return null;
        }
        return new Window(series.before(next, horizon), next.next(0, horizon));
    }

    private void measure(
            Map<Series, Window> windows,
            ForecastRequest request,
            ForecastBundle lstm,
            Map<Series, StringBuilder> lines) {
        List<Series> known = windows.values().stream().map(Window::known).toList();
        for (String model : models(request, lstm)) {
            Map<Series, List<MadeForecast>> made =
                    model.equals(ZEROS)
                            ? Map.of()
                            : new GuardedForecaster(request.with(model), lstm).forecast(known);
            windows.forEach(
                    (series, window) -> {
                        HorizonForecast forecast =
                                model.equals(ZEROS)
                                        ? zeros(request)
                                        : made.get(window.known()).get(0).forecast();
                        write(lines.get(series), model, window, forecast);
                    });
        }
        windows.forEach(
                (series, window) ->
                        write(lines.get(series), Naive2.NAME, window, naive2(window, request)));
    }

    /** All of them means every model by itself, then the choice among them. */
    private static List<String> models(ForecastRequest request, ForecastBundle lstm) {
        SeriesForecaster forecaster = forecaster(request, lstm);
        List<String> models = new ArrayList<>();
        for (String name : request.models().split(",", -1)) {
            if (name.equals(SeriesForecaster.ALL)) {
                models.addAll(forecaster.models(name));
                models.add(SeriesForecaster.AUTO);
            } else if (name.equals(SeriesForecaster.AUTO) || name.equals(ZEROS)) {
                models.add(name);
            } else {
                models.addAll(forecaster.models(name));
            }
        }
        return models;
    }

    private static SeriesForecaster forecaster(ForecastRequest request, ForecastBundle lstm) {
        return new SeriesForecaster(
                request.horizon(),
                request.season(),
                request.levels(),
                lstm,
                request.file().covariates());
    }

    private static HorizonForecast zeros(ForecastRequest request) {
        return new HorizonForecast(
                new double[request.horizon()],
                request.levels(),
                new double[request.levels().length][request.horizon()]);
    }

    private static HorizonForecast naive2(Window window, ForecastRequest request) {
        return Naive2.forecast(
                window.known().values(), request.season(), request.horizon(), request.levels());
    }

    private void write(StringBuilder lines, String model, Window window, HorizonForecast forecast) {
        WindowAccuracy accuracy =
                WindowAccuracy.of(
                        forecast, window.actuals(), window.known().values(), origins.scaleSeason());
        if (accuracy != null) {
            lines.append(AccuracyLine.of(model, accuracy)).append('\n');
        }
    }
}
