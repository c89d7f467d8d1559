package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.ensemble.SpreadCalibration;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts how combined forecasts of the last steps of each series fared, so that the quantiles of
 * all of them can be calibrated together: a series by itself has too few outcomes.
 */
public final class CalibrationWork implements SeriesWork {

    private static final long serialVersionUID = 1L;

    private final int held;

    /**
     * @param held steps at the end of each series that nothing may be learnt from
     */
    private CalibrationWork(int held) {
        this.held = held;
    }

    /**
     * The request with the calibration that its series teach; the same if it combines nothing.
     *
     * @param held steps at the end of each series that nothing may be learnt from
     * @param progress takes lines for whoever waits
     */
    static ForecastRequest calibrated(
            ForecastRequest request, int held, int parallelism, Consumer<String> progress)
            throws Exception {
        if (!combines(request)) {
            return request;
        }
        SpreadCalibration all = new SpreadCalibration(levels(request));
        progress.accept("Calibrating");
        try (SeriesRun run =
                SeriesRun.of(request, new CalibrationWork(held), parallelism, progress)) {
            run.forEach(text -> text.lines().forEach(all::add));
        }
        return request.with(all);
    }

    /** Whether models are to be put together. */
    static boolean combines(ForecastRequest request) {
        List<String> models = List.of(request.models().split(",", -1));
        return models.contains(SeriesForecaster.AUTO) || models.contains(SeriesForecaster.ALL);
    }

    static double[] levels(ForecastRequest request) {
        return SeriesCombination.withMedian(request.levels());
    }

    @Override
    public List<SeriesBlock> of(List<Series> bundle, ForecastRequest request, ForecastBundle lstm) {
        Map<Series, Series> known = new LinkedHashMap<>();
        for (Series series : bundle) {
            int kept = series.values().length - held;
            if (kept > 0) {
                known.put(series, held == 0 ? series : series.at(kept, series.ahead().length));
            }
        }
        Map<Series, SpreadCalibration> outcomes =
                new GuardedForecaster(request, lstm).outcomes(List.copyOf(known.values()));
        List<SeriesBlock> blocks = new ArrayList<>();
        for (Series series : bundle) {
            SpreadCalibration counts = outcomes.get(known.get(series));
            String text = counts == null ? "" : counts.text();
            blocks.add(new SeriesBlock(series.id(), text, new String[0], new String[0]));
        }
        return blocks;
    }
}
