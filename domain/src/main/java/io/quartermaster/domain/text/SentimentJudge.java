package io.quartermaster.domain.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sentiment out of the answers of a classifier whose labels are sentiments: positive,
 * negative and neutral, or as data sets write them: pos, neg, 1, 0, -1 (0 is neutral beside -1). Of
 * a classifier that knows no neutral, what it can hardly tell is neutral: a score between -1/3 and
 * 1/3, where the likelier sentiment is less than twice as likely as the other.
 */
public final class SentimentJudge {

    private static final String POSITIVE = "positive";
    private static final String NEGATIVE = "negative";
    private static final String NEUTRAL = "neutral";
    private static final double UNDECIDED = 1.0 / 3;
    private static final Map<String, String> NAMES =
            Map.of(
                    POSITIVE, POSITIVE, "pos", POSITIVE, "1", POSITIVE, NEGATIVE, NEGATIVE, "neg",
                    NEGATIVE, "-1", NEGATIVE, NEUTRAL, NEUTRAL);

    private final TextClassifier classifier;
    private final List<String> names;

    /**
     * Reads the labels of a classifier.
     *
     * @throws IllegalArgumentException when they are no sentiments
     */
    public SentimentJudge(TextClassifier classifier) {
        this.classifier = classifier;
        String zero = classifier.labels().contains("-1") ? NEUTRAL : NEGATIVE;
        this.names =
                classifier.labels().stream()
                        .map(label -> label.toLowerCase(Locale.ROOT))
                        .map(label -> label.equals("0") ? zero : NAMES.getOrDefault(label, ""))
                        .toList();
        if (names.contains("") || !names.contains(POSITIVE) || !names.contains(NEGATIVE)) {
            throw new IllegalArgumentException(
                    "The labels %s of the model are no sentiments.\nMaybe train it on positive and negative, or 1 and 0."
                            .formatted(classifier.labels()));
        }
    }

    /** The sentiment of a message; empty where it cannot be judged. */
    public Optional<Sentiment> judge(String message) {
        double[] shares = classifier.probabilities(message);
        if (shares.length == 0) {
            return Optional.empty();
        }
        double score = 0;
        for (int i = 0; i < shares.length; i++) {
            score += sign(names.get(i)) * shares[i];
        }
        if (!names.contains(NEUTRAL) && Math.abs(score) < UNDECIDED) {
            return Optional.of(new Sentiment(NEUTRAL, 1 - Math.abs(score), score));
        }
        int best = TextClassifier.best(shares);
        return Optional.of(new Sentiment(names.get(best), shares[best], score));
    }

    private static int sign(String name) {
        return switch (name) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            default -> 0;
        };
    }
}
