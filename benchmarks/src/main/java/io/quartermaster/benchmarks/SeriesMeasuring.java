package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.AccuracySummary;
import io.quartermaster.pipelines.forecast.CovariateColumns;
import io.quartermaster.pipelines.forecast.ForecastEvaluation;
import io.quartermaster.pipelines.forecast.ForecastRequest;
import io.quartermaster.pipelines.forecast.Origins;
import io.quartermaster.pipelines.forecast.SeriesColumns;
import io.quartermaster.pipelines.forecast.SeriesFile;
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
                new ForecastRequest(
                        new SeriesFile(
                                file.toString(), SeriesColumns.usual(), covariates, "", false),
                        horizon,
                        season,
                        levels,
                        models,
                        "");
        try {
            return ForecastEvaluation.of(
                            request, new Origins(1, horizon, 1, null), PARALLELISM, line -> {})
                    .models();
        } catch (Exception e) {
            throw new IllegalStateException("The measuring failed: " + e.getMessage(), e);
        }
    }
}
