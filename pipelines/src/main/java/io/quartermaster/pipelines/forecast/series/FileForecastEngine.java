package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesForecastEngine;
import io.quartermaster.domain.forecast.ensemble.SpreadCalibration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forecasts series as if their rows were a file of the verb {@code forecast}, in one thread. */
public final class FileForecastEngine implements SeriesForecastEngine {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    @Override
    public List<Step> forecast(List<Observed> rows, int horizon, String models) {
        SeriesFile file = new SeriesFile(Path.of("rows"), SeriesColumns.usual());
        List<Series> all = series(rows, file.assembly());
        if (all.isEmpty()) {
            return List.of();
        }
        int season = SeriesSeason.of(all, "");
        ForecastRequest request = new ForecastRequest(file, horizon, season, LEVELS, models, "");
        request.check();
        List<Step> steps = new ArrayList<>();
        new GuardedForecaster(calibrated(request, all), null)
                .forecast(all)
                .forEach((series, made) -> made.forEach(one -> add(steps, series, one)));
        return steps;
    }

    private static List<Series> series(List<Observed> rows, SeriesAssembly assembly) {
        Map<String, List<SeriesChunk>> chunks = new TreeMap<>();
        for (Observed row : rows) {
            chunks.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(chunk(row));
        }
        List<Series> all = new ArrayList<>();
        for (List<SeriesChunk> own : chunks.values()) {
            Series series = assembly.assemble(own);
            if (series != null) {
                all.add(series);
            }
        }
        return all;
    }

    private static SeriesChunk chunk(Observed row) {
        return new SeriesChunk(
                row.id(),
                TimeForm.DATE.name(),
                0,
                new long[] {row.day().toEpochDay()},
                new double[] {row.value()},
                new double[0][]);
    }

    private static ForecastRequest calibrated(ForecastRequest request, List<Series> all) {
        if (!CalibrationWork.combines(request)) {
            return request;
        }
        SpreadCalibration sum = new SpreadCalibration(CalibrationWork.levels(request));
        new GuardedForecaster(request, null)
                .outcomes(all)
                .values()
                .forEach(outcomes -> outcomes.text().lines().forEach(sum::add));
        return request.with(sum);
    }

    private static void add(List<Step> steps, Series series, MadeForecast made) {
        HorizonForecast forecast = made.forecast();
        long[] days = ForecastWork.times(series, forecast.mean().length, "");
        for (int h = 0; h < days.length; h++) {
            steps.add(
                    new Step(
                            series.id(),
                            LocalDate.ofEpochDay(days[h]),
                            made.model(),
                            written(forecast.mean()[h]),
                            written(forecast.quantiles()[0][h]),
                            written(forecast.quantiles()[1][h]),
                            written(forecast.quantiles()[2][h]),
                            made.reason()));
        }
    }

    private static double written(double value) {
        return Double.parseDouble(ForecastWork.plain(value));
    }
}
