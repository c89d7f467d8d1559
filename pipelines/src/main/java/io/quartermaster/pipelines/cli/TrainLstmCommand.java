package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.TrainingReport;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.forecast.SeriesTraining;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains one LSTM on all series of a file. */
@Command(
        name = "lstm",
        description =
                "Train one LSTM on all series of a file (unique_id,ds,y or a run's demand table); validation is the end of the time.")
final class TrainLstmCommand implements Callable<Integer> {

    @Mixin private OutputSettings output;
    @Mixin private TrainingSettings training;
    @Mixin private Talk talk;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV, or .gz.")
    private Path input;

    @Option(
            names = "--target",
            defaultValue = "",
            paramLabel = "COLUMN",
            description = "Column of the values (default: y, or units of a demand table).")
    private String target;

    @Option(
            names = "--horizon",
            defaultValue = "14",
            description = "Steps that it forecasts (default: ${DEFAULT-VALUE}).")
    private int horizon;

    @Option(
            names = "--loss",
            defaultValue = "pinball",
            description = "mse, pinball or negative-binomial (default: ${DEFAULT-VALUE}).")
    private String loss;

    @Option(
            names = "--windows",
            defaultValue = "40000",
            description = "Windows to learn from at most (default: ${DEFAULT-VALUE}).")
    private int windows;

    @Override
    public Integer call() throws Exception {
        try (OutputFolder folder = output.folder()) {
            SeriesTraining series = new SeriesTraining(input, target);
            talk.progress().say("Training on %,d values".formatted(series.size()));
            SequenceModelOptions options =
                    SeriesTraining.options(
                            horizon,
                            training.hidden(),
                            loss,
                            training.optimizer(),
                            training.learningRate(),
                            training.epochs(),
                            training.validation(),
                            training.seed());
            TrainingReport report =
                    series.train(
                            options,
                            windows,
                            folder.path(),
                            new EpochLosses(talk.progress())::tell);
            EpochLosses.write(report, folder.path());
            folder.commit();
            talk.progress()
                    .say("Model %s written to %s".formatted(report.version(), folder.place()));
        }
        return 0;
    }
}
