package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.text.ClassifierEvaluation;
import io.quartermaster.domain.text.ClassifierFile;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.ConfusedPair;
import io.quartermaster.domain.text.CrossValidation;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a classifier on texts whose labels are known. */
@Command(
        name = "classify",
        description = {
            "Measure a classifier on a table of texts and their labels: accuracy, macro F1, calibration, worst pairs.",
            "With --model, that of the model; with --folds, that of models which learn from the other folds."
        })
final class EvaluateClassifyCommand implements Callable<Integer> {

    @Option(names = "--model", paramLabel = "DIR", description = "A model to measure.")
    private Path model;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "Folds to train and measure by, instead of a model.")
    private int folds;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "10",
            description = "Pairs of labels most mixed up (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Mixin private ClassifierLearning learning;
    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    private record Result(
            int texts,
            double accuracy,
            double macroF1,
            double calibrationError,
            List<Double> foldAccuracies,
            List<ConfusedPair> confused) {}

    @Override
    public Integer call() throws IOException {
        if ((model == null) == (folds == 0)) {
            throw new IllegalArgumentException(
                    "Either --model or --folds must be given.\nMaybe --folds 5, or --model with the folder that train classifier wrote.");
        }
        LabelledTexts texts = learning.texts();
        talk.progress().say("Measuring on %,d texts".formatted(texts.size()));
        String result =
                JsonCodec.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(model == null ? byFolds(texts) : byModel(texts));
        if (output.given()) {
            try (OutputFile file = output.file()) {
                Files.writeString(file.path(), result + "\n");
                file.commit();
            }
        } else {
            spec.commandLine().getOut().println(result);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private Result byModel(LabelledTexts texts) throws IOException {
        return result(ClassifierTrainer.evaluate(ClassifierFile.read(model), texts), List.of());
    }

    private Result byFolds(LabelledTexts texts) {
        CrossValidation validation = CrossValidation.of(texts, learning.settings(), folds);
        return result(validation.all(), validation.accuracies());
    }

    private Result result(ClassifierEvaluation measured, List<Double> accuracies) {
        List<ConfusedPair> confused = measured.confused();
        return new Result(
                measured.texts(),
                measured.accuracy(),
                measured.macroF1(),
                measured.calibrationError(),
                accuracies,
                confused.subList(0, Math.min(Math.max(pairs, 0), confused.size())));
    }
}
