package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.text.ClassifierFile;
import io.quartermaster.domain.text.ClassifierMethod;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.TrainedClassifier;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.satisfaction.SatisfactionOptions;
import io.quartermaster.pipelines.text.QuestionList;
import io.quartermaster.pipelines.text.RatedReviews;
import io.quartermaster.pipelines.text.TextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Provides what a run reads customers' words by, where its options name nothing else: intents and
 * answers from the questions that come with Quartermaster, sentiment learned from the run's own
 * rated reviews before the tail. With a model of sentiment, satisfaction counts complaints in
 * words.
 */
final class CustomersWords {

    private final Configuration configuration;
    private final Path folder;
    private final Progress progress;

    /**
     * Sets options that are not set.
     *
     * @param folder that models and questions are written to
     */
    CustomersWords(Configuration configuration, Path folder, Progress progress) {
        this.configuration = configuration;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Provides all.
     *
     * @param reviews of the run
     * @param until when the held-out tail starts
     * @return what the report should note
     */
    List<String> provide(List<Feedback> reviews, Instant until) throws IOException {
        List<String> notes = new ArrayList<>();
        if (!configuration.contains(TextOptions.INTENT_MODEL)) {
            learn(TextOptions.INTENT_MODEL, "intents", QuestionList.intents());
        }
        if (!configuration.contains(TextOptions.ANSWER_BOOK)) {
            Path book = Files.createDirectories(folder).resolve("questions.csv");
            QuestionList.write(book);
            configuration.set(TextOptions.ANSWER_BOOK, book.toString());
        }
        if (!configuration.contains(TextOptions.SENTIMENT_MODEL)) {
            List<Feedback> before =
                    reviews.stream().filter(review -> review.time().isBefore(until)).toList();
            RatedReviews rated =
                    RatedReviews.of(before, configuration.get(TextOptions.TRAINING_TEXTS));
            if (rated.suffice()) {
                learn(TextOptions.SENTIMENT_MODEL, "sentiment", rated.labelled());
            } else {
                notes.add(rated.shortage());
            }
        }
        if (!configuration.contains(SatisfactionOptions.WORDS)) {
            configuration.set(
                    SatisfactionOptions.WORDS,
                    !configuration.get(TextOptions.SENTIMENT_MODEL).isEmpty());
        }
        return notes;
    }

    private void learn(ConfigOption<String> option, String name, LabelledTexts texts)
            throws IOException {
        ClassifierSettings settings =
                ClassifierSettings.STANDARD
                        .with(ClassifierMethod.LINEAR)
                        .withSeed(configuration.get(RunOptions.SEED));
        TrainedClassifier trained = new ClassifierTrainer(settings).train(texts);
        Path model = Files.createDirectories(folder.resolve(name));
        ClassifierFile.write(trained.classifier(), model);
        configuration.set(option, model.toString());
        progress.say(
                String.format(
                        Locale.ROOT,
                        "  %s from %,d texts: accuracy %.3f on %,d held out",
                        name,
                        texts.size(),
                        trained.heldOut().accuracy(),
                        trained.heldOut().texts()));
    }
}
