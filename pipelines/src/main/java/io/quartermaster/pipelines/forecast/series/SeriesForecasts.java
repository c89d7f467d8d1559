package io.quartermaster.pipelines.forecast.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Forecasts the series of a file and writes them, by id, model and time. */
public final class SeriesForecasts implements AutoCloseable {

    private final ForecastRequest request;
    private final SeriesRun run;

    private SeriesForecasts(ForecastRequest request, SeriesRun run) {
        this.request = request;
        this.run = run;
    }

    /**
     * Forecasts.
     *
     * @param progress takes lines for whoever waits
     * @throws IllegalArgumentException when file, horizon or models are impossible
     */
    public static SeriesForecasts of(
            ForecastRequest request, int parallelism, Consumer<String> progress) throws Exception {
        request.check();
        ForecastRequest calibrated = CalibrationWork.calibrated(request, 0, parallelism, progress);
        return new SeriesForecasts(
                calibrated, SeriesRun.of(calibrated, new ForecastWork(), parallelism, progress));
    }

    /** What was done: how many series, by which models, and what had to be done to them. */
    public SeriesRun run() {
        return run;
    }

    /** Writes all rows. */
    public void write(Writer out) throws IOException {
        out.append(ForecastWork.header(request.levels()));
        run.forEach(
                text -> {
                    try {
                        out.append(text);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Override
    public void close() throws IOException {
        run.close();
    }
}
