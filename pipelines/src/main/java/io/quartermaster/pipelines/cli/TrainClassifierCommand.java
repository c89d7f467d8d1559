package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.text.ClassifierEvaluation;
import io.quartermaster.domain.text.ClassifierFile;
import io.quartermaster.domain.text.ClassifierMethod;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.TrainedClassifier;
import io.quartermaster.pipelines.embedded.OutputFolder;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains a classifier of texts. */
@Command(
        name = "classifier",
        description = {
            "Train a classifier on a table of texts and their labels, for example intents or sentiment.",
            "A share is held out to set the confidence by; the model then learns from all."
        })
final class TrainClassifierCommand implements Callable<Integer> {

    @Mixin private ClassifierLearning learning;
    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    private record Report(
            ClassifierMethod method,
            int texts,
            int leftOut,
            List<String> labels,
            long seed,
            ClassifierEvaluation heldOut) {}

    @Override
    public Integer call() throws Exception {
        ClassifierSettings settings = learning.settings();
        LabelledTexts given = learning.texts();
        LabelledTexts texts = given.readable();
        try (OutputFolder folder = output.folder()) {
            if (texts.size() < given.size()) {
                talk.progress()
                        .say(
                                "Left out %,d texts that are empty or hold no word"
                                        .formatted(given.size() - texts.size()));
            }
            talk.progress().say("Training on %,d texts".formatted(texts.size()));
            TrainedClassifier trained = new ClassifierTrainer(settings).train(texts);
            ClassifierFile.write(trained.classifier(), folder.path());
            EpochLosses.write(
                    new Report(
                            settings.method(),
                            texts.size(),
                            given.size() - texts.size(),
                            trained.classifier().labels(),
                            settings.seed(),
                            trained.heldOut()),
                    folder.path());
            folder.commit();
            talk.progress().say(told(trained.heldOut()));
            talk.progress().say("Model written to %s".formatted(folder.place()));
        }
        return 0;
    }

    private static String told(ClassifierEvaluation heldOut) {
        return String.format(
                Locale.ROOT,
                "On %,d texts held out: accuracy %.4f, macro F1 %.4f",
                heldOut.texts(),
                heldOut.accuracy(),
                heldOut.macroF1());
    }
}
