package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.engine.FirstEngine;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerReport;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.recommendation.RankerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a ranker on a table of candidates that were shown. */
@Command(
        name = "ranker",
        description = {
            "Train a ranker on a table of candidates that were shown, by squared error.",
            "The lines are in the order of time; the last ones are held out for validation."
        })
final class TrainRankerCommand implements Callable<Integer> {

    private static final String BASIC = "basic";

    @Mixin private OutputSettings output;
    @Mixin private TrainingSettings training;
    @Mixin private Talk talk;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV, or .gz.")
    private Path input;

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description = "What came of the candidate, for example 1 for bought.")
    private String label;

    @Option(
            names = "--features",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns of numbers, separated by commas.")
    private List<String> features;

    @Option(
            names = "--profile",
            defaultValue = BASIC,
            description = "basic: one hidden layer, ReLU, one output, squared error.")
    private String profile;

    @Option(
            names = "--batch",
            defaultValue = "32",
            description = "Lines of a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Override
    public Integer call() throws Exception {
        if (!profile.equals(BASIC)) {
            throw new IllegalArgumentException(
                    "The profile (%s) is not known.\nMaybe: %s.".formatted(profile, BASIC));
        }
        RankerOptions options =
                new RankerOptions(
                        training.hidden(),
                        training.optimizer(),
                        training.learningRate(),
                        training.epochs(),
                        batch,
                        training.validation(),
                        training.seed());
        RankerTrainingSet data = RankerFile.read(input, label, features);
        try (OutputFolder folder = output.folder()) {
            talk.progress().say("Training on %,d lines".formatted(data.rows()));
            EpochLosses losses = new EpochLosses(talk.progress());
            RankerReport report =
                    FirstEngine.of(
                                    RankerEngine.class,
                                    TrainRankerCommand.class.getClassLoader(),
                                    "rankers")
                            .train(data, options, folder.path(), losses::tell);
            EpochLosses.write(report, folder.path());
            EpochLosses.writeEvents(report.losses(), folder.path());
            folder.commit();
            talk.progress().say(comparison(report));
            talk.progress()
                    .say("Model %s written to %s".formatted(report.version(), folder.place()));
        }
        return 0;
    }

    private static String comparison(RankerReport report) {
        double best =
                report.losses().stream()
                        .mapToDouble(loss -> loss.validation())
                        .min()
                        .orElse(Double.NaN);
        return report.validationRows() == 0
                ? "No line is held out, so the error is not known"
                : String.format(
                        Locale.ROOT,
                        "Squared error on %,d lines held out: %.6f; of the mean: %.6f",
                        report.validationRows(),
                        best,
                        report.meansError());
    }
}
