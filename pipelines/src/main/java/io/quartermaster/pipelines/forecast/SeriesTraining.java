package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.TrainingReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trains the sequence model on all series of a file. */
public final class SeriesTraining {

    private final List<DemandWindow> windows = new ArrayList<>();
    private final LocalDate end;

    /**
     * @param target column of the values, empty for y or units
     */
    public SeriesTraining(Path input, String target) {
        LocalDate last = LocalDate.MIN;
        for (Series series : new SeriesFile(input, target).read()) {
            for (DemandWindow window : series.windows()) {
                windows.add(window);
                last = window.day().isAfter(last) ? window.day() : last;
            }
        }
        this.end = last.plusDays(1);
    }

    /** The shape of the model that the jobs and verbs use, with this training. */
    public static SequenceModelOptions options(
            int horizon,
            int hidden,
            String loss,
            String optimizer,
            double learningRate,
            int epochs,
            double validation,
            long seed) {
        SequenceModelOptions shape = ForecastTrainer.options(horizon, seed);
        return new SequenceModelOptions(
                shape.inputs(),
                shape.knownInputs(),
                hidden,
                horizon,
                shape.encoderSteps(),
                shape.quantiles(),
                loss,
                optimizer,
                learningRate,
                epochs,
                shape.batchSize(),
                validation,
                seed);
    }

    /** Values read. */
    public int size() {
        return windows.size();
    }

    /** Trains and exports. */
    public TrainingReport train(
            SequenceModelOptions options, int budget, Path folder, Consumer<EpochLoss> progress) {
        return new ForecastTrainer(options, budget).train(windows, end, folder, progress);
    }
}
