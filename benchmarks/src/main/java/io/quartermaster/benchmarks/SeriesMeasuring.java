package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.AccuracySummary;
import io.quartermaster.pipelines.forecast.series.CovariateColumns;
import io.quartermaster.pipelines.forecast.series.ForecastEvaluation;
import io.quartermaster.pipelines.forecast.series.ForecastRequest;
import io.quartermaster.pipelines.forecast.series.Origins;
import io.quartermaster.pipelines.forecast.series.SeriesColumns;
import io.quartermaster.pipelines.forecast.series.SeriesFile;
import java.nio.file.Path;
import java.util.List;

/** Measures models on the last steps of series by what the verb {@code evaluate forecast} runs. */
final class SeriesMeasuring {

    private static final int PARALLELISM = 2;

    private SeriesMeasuring() {}

    /** With scales from step to step, and the covariates that a file has by itself. */
    static List<AccuracySummary> of(
            Path file, int horizon, int season, double[] levels, String models) {
        return of(file, CovariateColumns.usual(), horizon, season, levels, models);
    }

    static List<AccuracySummary> of(
            Path file,
            CovariateColumns covariates,
            int horizon,
            int season,
            double[] levels,
            String models) {
        ForecastRequest request =
                new ForecastRequest(file(file, covariates), horizon, season, levels, models, "");
        return of(request, null);
    }

    /** On the steps of a second file, with scales from step to step. */
    static List<AccuracySummary> of(
            Path train, Path test, int horizon, int season, double[] levels, String models) {
        SeriesFile known = file(train, CovariateColumns.usual());
        ForecastRequest request = new ForecastRequest(known, horizon, season, levels, models, "");
        return of(request, file(test, CovariateColumns.usual()));
    }

    private static SeriesFile file(Path file, CovariateColumns covariates) {
        return new SeriesFile(file.toString(), SeriesColumns.usual(), covariates, "", false);
    }

    private static List<AccuracySummary> of(ForecastRequest request, SeriesFile later) {
        Origins origins = new Origins(1, request.horizon(), 1, later);
        try {
            return ForecastEvaluation.of(request, origins, PARALLELISM, line -> {}).models();
        } catch (Exception e) {
            throw new IllegalStateException("The measuring failed: " + e.getMessage(), e);
        }
    }
}
