package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.TrainingReport;
import io.quartermaster.pipelines.forecast.series.Series;
import io.quartermaster.pipelines.forecast.series.SeriesColumns;
import io.quartermaster.pipelines.forecast.series.SeriesFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trains the sequence model on all series of a file. */
public final class SeriesTraining {

    private final List<DemandWindow> windows = new ArrayList<>();
    private final LocalDate end;

    public SeriesTraining(Path input, SeriesColumns columns) {
        LocalDate last = LocalDate.MIN;
        for (Series series : new SeriesFile(input, columns).read()) {
            for (DemandWindow window : series.windows()) {
                windows.add(window);
                last = window.day().isAfter(last) ? window.day() : last;
            }
        }
        this.end = last.plusDays(1);
    }

    /** The model that the jobs and verbs use, of this size and trained so. */
    public static SequenceModelOptions options(
            int horizon, int hidden, int layers, SequenceTraining training) {
        SequenceModelOptions whole = ForecastTrainer.options(horizon, training.seed());
        return whole.with(whole.shape().sized(hidden, layers)).with(training);
    }

    /** Values read. */
    public int size() {
        return windows.size();
    }

    /** Trains and exports. */
    public TrainingReport train(
            SequenceModelOptions options,
            int budget,
            TrainingCovariates covariates,
            Path folder,
            Consumer<EpochLoss> progress) {
        return new ForecastTrainer(options, budget, covariates)
                .train(windows, end, folder, progress);
    }
}
