package io.quartermaster.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/**
 * Says which of some labels a text bears, and how sure that is. Holds no state between calls: many
 * threads may share one.
 */
public final class TextClassifier {

    private final List<String> labels;
    private final Set<UnicodeScript> scripts;
    private final TextFeatures features;
    private final Scorer scorer;
    private final double temperature;

    /**
     * Made by {@link ClassifierTrainer} or {@link ClassifierFile}.
     *
     * @param scripts of the texts that it learned from
     * @param temperature of its probabilities, above 0
     */
    TextClassifier(
            List<String> labels,
            Set<UnicodeScript> scripts,
            TextFeatures features,
            Scorer scorer,
            double temperature) {
        this.labels = List.copyOf(labels);
        this.scripts = Set.copyOf(scripts);
        this.features = features;
        this.scorer = scorer;
        this.temperature = temperature;
    }

    /** Every label, in alphabetical order. */
    public List<String> labels() {
        return labels;
    }

    /** Judges a message as it came; one that cannot be judged says why. */
    public Classification classify(String message) {
        ReadableText readable = ReadableText.of(message);
        String problem = problem(readable);
        if (!problem.isEmpty()) {
            return Classification.impossible(problem);
        }
        SparseVector vector = features.vector(readable.text());
        if (vector.size() == 0) {
            return Classification.impossible(
                    "No word of the message (%s) is known to the model.\nMaybe train it on texts like this one."
                            .formatted(ReadableText.shown(message)));
        }
        double[] shares = Softmax.of(scorer.scores(vector), temperature);
        int best = best(shares);
        return new Classification(labels.get(best), shares[best], "");
    }

    /**
     * The probability of each label.
     *
     * @return in the order of {@link #labels()}; empty where the message cannot be judged
     */
    public double[] probabilities(String message) {
        float[] scores = scores(message);
        return scores.length == 0 ? new double[0] : Softmax.of(scores, temperature);
    }

    /** The score of each label; empty where the message cannot be judged. */
    float[] scores(String message) {
        ReadableText readable = ReadableText.of(message);
        SparseVector vector = features.vector(readable.text());
        return problem(readable).isEmpty() && vector.size() > 0
                ? scorer.scores(vector)
                : new float[0];
    }

    private String problem(ReadableText readable) {
        if (!readable.problem().isEmpty()) {
            return readable.problem();
        }
        UnicodeScript script = Script.of(readable.text());
        return script == UnicodeScript.COMMON || scripts.contains(script)
                ? ""
                : "The message (%s) is in the script %s; the model knows %s.\nMaybe use a model trained on that language."
                        .formatted(
                                ReadableText.shown(readable.text()),
                                script,
                                scripts.stream().sorted().toList());
    }

    /** Where the highest value stands; the first of equal ones. */
    static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    Set<UnicodeScript> scripts() {
        return scripts;
    }

    TextFeatures features() {
        return features;
    }

    Scorer scorer() {
        return scorer;
    }

    double temperature() {
        return temperature;
    }
}
