package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.engine.FirstEngine;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerReport;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.recommendation.RankerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a ranker on a table of candidates that were shown. */
@Command(
        name = "ranker",
        description = {
            "Train a ranker on a table of candidates that were shown.",
            "The lines are in the order of time; the last ones are held out. With --overwrite a model that lies there stays if the new one is worse on them."
        })
final class TrainRankerCommand implements Callable<Integer> {

    private static final String BASIC = "basic";
    private static final String FULL = "full";

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
            description =
                    "basic (default): one hidden layer, ReLU, one output, squared error. full: two hidden layers, log loss of labels 0 or 1, stops early, scores are chances; a basic one is measured beside it.")
    private String profile;

    @Option(
            names = "--batch",
            defaultValue = "32",
            description = "Lines of a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Override
    public Integer call() throws Exception {
        if (!profile.equals(BASIC) && !profile.equals(FULL)) {
            throw new IllegalArgumentException(
                    "The profile (%s) is not known.\nMaybe one of: %s, %s."
                            .formatted(profile, BASIC, FULL));
        }
        RankerOptions options =
                new RankerOptions(
                        List.of(training.hidden()),
                        RankerLoss.SQUARED,
                        training.optimizer(),
                        training.learningRate(),
                        training.epochs(),
                        0,
                        batch,
                        training.validation(),
                        training.seed());
        RankerTrainingSet data = RankerFile.read(input, label, features);
        try (OutputFolder folder = output.folder()) {
            talk.progress().say("Training on %,d lines".formatted(data.rows()));
            EpochLosses losses = new EpochLosses(talk.progress());
            RankerEngine engine =
                    FirstEngine.of(
                            RankerEngine.class,
                            TrainRankerCommand.class.getClassLoader(),
                            "rankers");
            RankerTraining.Outcome outcome =
                    new RankerTraining(engine, data, options, profile.equals(FULL))
                            .train(folder.path(), folder.place(), losses::tell);
            RankerReport report = outcome.report();
            EpochLosses.write(report, folder.path());
            EpochLosses.writeEvents(report.losses(), folder.path());
            EpochLosses.write(outcome.qualities(), folder.path(), "quality.json");
            outcome.told().forEach(talk.progress()::say);
            if (outcome.isGoodEnough()) {
                folder.commit();
                talk.progress()
                        .say("Model %s written to %s".formatted(report.version(), folder.place()));
            } else {
                talk.progress()
                        .say("The model in %s stays: it is better".formatted(folder.place()));
            }
        }
        return 0;
    }
}
