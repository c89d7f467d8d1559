package io.quartermaster.domain.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Suggests answers by retrieval: the {@value #NEAREST} past questions nearest by the cosine of
 * their TF-IDF terms vote for their answers, each with its cosine; the answer with the highest sum
 * wins.
 *
 * <p>The confidence is the probability that it fits, by a logistic curve over that sum, fitted on
 * the book itself: each question is asked of all others (see {@link LogisticCurve}). A message
 * farther from the book than nearly all of its own questions are from each other is less sure in
 * proportion. Where no two questions share an answer, as in a list of frequent questions, that
 * cannot be known and the cosine of the nearest stands for it.
 */
public final class AnswerBook {

    private static final int NEAREST = 5;
    private static final GramSettings TERMS = new GramSettings(2, 2, 5, 1);

    /** Questions that the curve is fitted on at most: more would not change it. */
    private static final int MOST_ASKED = 2000;

    /** Share of the book's questions that count as far from the others. */
    private static final double FARTHEST = 0.05;

    private static final double LEAST = 1e-3;

    private final List<PastAnswer> past;
    private final TextFeatures features;
    private final TermIndex index;
    private final LogisticCurve curve;
    private final double usual;

    private record Vote(String answer, double sum, double nearest) {}

    private AnswerBook(List<PastAnswer> past, TextFeatures features, TermIndex index) {
        this.past = past;
        this.features = features;
        this.index = index;
        int[] asked = sharesAnswers() ? asked() : new int[0];
        Vote[] votes =
                IntStream.of(asked)
                        .parallel()
                        .mapToObj(row -> vote(index.vector(row), row))
                        .toArray(Vote[]::new);
        this.curve = votes.length == 0 ? null : curve(asked, votes);
        this.usual = votes.length == 0 ? 1 : usual(votes);
    }

    /**
     * Reads past answers.
     *
     * @throws IllegalArgumentException when no question can be read
     */
    public static AnswerBook of(List<PastAnswer> past) {
        List<PastAnswer> readable =
                past.stream()
                        .filter(one -> ReadableText.of(one.question()).problem().isEmpty())
                        .toList();
        if (readable.isEmpty()) {
            throw new IllegalArgumentException(
                    "None of the %d past questions can be read.\nMaybe another column holds them."
                            .formatted(past.size()));
        }
        List<String> questions =
                readable.stream().map(one -> ReadableText.of(one.question()).text()).toList();
        TextFeatures features = TextFeatures.of(questions, TERMS);
        return new AnswerBook(
                readable,
                features,
                TermIndex.of(
                        questions.parallelStream().map(features::vector).toList(),
                        features.size()));
    }

    /** Number of past questions. */
    public int size() {
        return past.size();
    }

    /** The answer to a message as it came. */
    public Suggestion suggest(String message) {
        return suggest(List.of(message)).get(0);
    }

    /** The answers to some messages, in their order; the same as one by one, in less time. */
    public List<Suggestion> suggest(List<String> messages) {
        List<ReadableText> readable = messages.stream().map(ReadableText::of).toList();
        List<SparseVector> asked =
                readable.stream()
                        .map(one -> one.problem().isEmpty() ? one.text() : "")
                        .map(features::vector)
                        .toList();
        List<List<TermIndex.Near>> near = index.nearest(asked, NEAREST);
        List<Suggestion> suggestions = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            suggestions.add(
                    readable.get(i).problem().isEmpty()
                            ? suggestion(messages.get(i), vote(near.get(i)))
                            : new Suggestion("", 0, readable.get(i).problem()));
        }
        return suggestions;
    }

    private Suggestion suggestion(String message, Vote vote) {
        if (vote.answer().isEmpty()) {
            return new Suggestion(
                    "",
                    0,
                    "No past question is like the message (%s).\nMaybe a person should answer it."
                            .formatted(ReadableText.shown(message)));
        }
        double confidence =
                curve == null
                        ? vote.nearest()
                        : curve.at(vote.sum()) * Math.min(1, vote.nearest() / usual);
        return new Suggestion(vote.answer(), confidence, "");
    }

    private Vote vote(SparseVector question, int except) {
        return vote(index.nearest(question, NEAREST, except));
    }

    /** Ties go to the answer whose question is nearest. */
    private Vote vote(List<TermIndex.Near> near) {
        List<String> answers = new ArrayList<>();
        double[] sums = new double[near.size()];
        for (TermIndex.Near one : near) {
            String answer = past.get(one.row()).answer();
            if (!answers.contains(answer)) {
                answers.add(answer);
            }
            sums[answers.indexOf(answer)] += one.cosine() / NEAREST;
        }
        if (answers.isEmpty()) {
            return new Vote("", 0, 0);
        }
        int best = TextClassifier.best(sums);
        return new Vote(answers.get(best), sums[best], near.get(0).cosine());
    }

    private boolean sharesAnswers() {
        return past.stream().map(PastAnswer::answer).distinct().count() < past.size();
    }

    /** Rows of the questions that are asked of the others, evenly through the book. */
    private int[] asked() {
        int step = (past.size() + MOST_ASKED - 1) / MOST_ASKED;
        return IntStream.range(0, past.size()).filter(row -> row % step == 0).toArray();
    }

    private LogisticCurve curve(int[] asked, Vote[] votes) {
        double[] sums = new double[votes.length];
        boolean[] right = new boolean[votes.length];
        for (int i = 0; i < votes.length; i++) {
            sums[i] = votes[i].sum();
            right[i] = votes[i].answer().equals(past.get(asked[i]).answer());
        }
        return LogisticCurve.fit(sums, right);
    }

    /** How near the nearest is, or nearer, for all but the farthest of the book's questions. */
    private static double usual(Vote[] votes) {
        double[] nearest = Arrays.stream(votes).mapToDouble(Vote::nearest).sorted().toArray();
        return Math.max(LEAST, nearest[(int) (FARTHEST * nearest.length)]);
    }
}
