package io.quartermaster.udfs.text;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.text.Classification;
import io.quartermaster.domain.text.ClassifierFile;
import io.quartermaster.domain.text.SentimentJudge;
import io.quartermaster.domain.text.TextClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges messages by a classifier, {@value #SIZE} of them at a time at most. SQL functions, verbs
 * and DataStream operators all go through it, so all give the same answers. Belongs to one thread.
 */
public final class ClassifierBundle {

    /** Messages that an operator gathers before it asks: few enough to take some milliseconds. */
    public static final int SIZE = 32;

    private final TextClassifier classifier;
    private final EngineUse use = new EngineUse();

    public ClassifierBundle(TextClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Opens a model.
     *
     * @param folder that {@code train classifier} wrote
     * @throws IllegalArgumentException when it holds no sound model
     */
    public static ClassifierBundle open(Path folder) {
        try {
            return new ClassifierBundle(ClassifierFile.read(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every label of the model, in alphabetical order. */
    public List<String> labels() {
        return classifier.labels();
    }

    /** How often messages were judged, and how many. */
    public EngineUse use() {
        return use;
    }

    /** One answer per message, in order. */
    public List<Classification> classify(List<String> messages) {
        List<Classification> answers = new ArrayList<>(messages.size());
        for (String message : messages) {
            answers.add(classifier.classify(message));
        }
        use.called(messages.size());
        return answers;
    }

    /**
     * What reads sentiment out of this model.
     *
     * @throws IllegalArgumentException when its labels are no sentiments
     */
    public SentimentJudge sentimentJudge() {
        return new SentimentJudge(classifier);
    }
}
