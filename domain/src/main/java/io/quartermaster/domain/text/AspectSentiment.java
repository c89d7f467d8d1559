package io.quartermaster.domain.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sentiment by aspect: a message is cut into clauses, at marks and at words that turn (but, mas,
 * 但), each clause is judged, and the score of an aspect is the mean of the clauses that speak of
 * it. What a clause without words of an aspect says counts for none.
 */
public final class AspectSentiment {

    private static final Pattern CUT =
            Pattern.compile(
                    "[.!?;,…\\n。！？；，、]+|\\b(?:but|however|although|though|mas|porém|porem|contudo)\\b|但是|不过|可是|但",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final SentimentJudge judge;

    public AspectSentiment(SentimentJudge judge) {
        this.judge = judge;
    }

    /** Scores of the aspects that a message speaks of, -1 to 1; none where it cannot be judged. */
    public Map<Aspect, Double> of(String message) {
        Map<Aspect, List<Double>> scores = new EnumMap<>(Aspect.class);
        for (String clause : CUT.split(ReadableText.of(message).text(), -1)) {
            List<Aspect> aspects = aspects(clause);
            if (!aspects.isEmpty()) {
                judge.judge(clause).ifPresent(found -> add(scores, aspects, found.score()));
            }
        }
        Map<Aspect, Double> means = new EnumMap<>(Aspect.class);
        scores.forEach(
                (aspect, all) ->
                        means.put(
                                aspect,
                                all.stream().mapToDouble(score -> score).average().orElse(0)));
        return means;
    }

    /** The aspects that a clause speaks of. */
    static List<Aspect> aspects(String clause) {
        String plain = clause.toLowerCase(Locale.ROOT);
        List<String> words = Words.of(clause);
        List<Aspect> found = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (aspect.isIn(plain, words)) {
                found.add(aspect);
            }
        }
        return found;
    }

    private static void add(Map<Aspect, List<Double>> scores, List<Aspect> aspects, double score) {
        aspects.forEach(
                aspect -> scores.computeIfAbsent(aspect, none -> new ArrayList<>()).add(score));
    }
}
