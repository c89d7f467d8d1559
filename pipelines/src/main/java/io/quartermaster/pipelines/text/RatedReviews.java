package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.ReadableText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sentiments to learn from reviews: 4 and 5 stars praise, 1 and 2 blame, 3 say neither and are left
 * out. A text that several wrote counts once, with what most of them meant.
 *
 * @param texts each once
 * @param labels positive or negative, one per text
 */
public record RatedReviews(List<String> texts, List<String> labels) {

    private static final String PRAISE = "positive";
    private static final String BLAME = "negative";
    private static final int MIDDLE = 3;

    /** Texts of a label below which nothing can be learned. */
    private static final int FEWEST = 10;

    public RatedReviews {
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
    }

    /**
     * The texts and their sentiments.
     *
     * @param most texts; of more, a part chosen by a hash is kept
     */
    public static RatedReviews of(List<Feedback> reviews, int most) {
        Map<String, Integer> moods = new TreeMap<>();
        for (Feedback review : reviews) {
            boolean rated = review.rating() > 0 && review.rating() != MIDDLE;
            if (rated && ReadableText.of(review.text()).problem().isEmpty()) {
                moods.merge(review.text(), review.rating() > MIDDLE ? 1 : -1, Integer::sum);
            }
        }
        moods.values().removeIf(mood -> mood == 0);
        List<String> texts =
                moods.keySet().stream()
                        .sorted(
                                Comparator.comparing((String text) -> spread(text.hashCode()))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(most)
                        .toList();
        return new RatedReviews(
                texts, texts.stream().map(text -> moods.get(text) > 0 ? PRAISE : BLAME).toList());
    }

    /** Whether both sentiments have enough texts. */
    public boolean suffice() {
        return count(PRAISE) >= FEWEST && count(BLAME) >= FEWEST;
    }

    /** What a classifier learns from. */
    public LabelledTexts labelled() {
        return new LabelledTexts(texts, labels);
    }

    /** What is there and what is asked, for a note. */
    public String shortage() {
        return "Sentiment is not told: of the different reviews with words %,d praise and %,d blame, and it takes %d of each to learn from."
                .formatted(count(PRAISE), count(BLAME), FEWEST);
    }

    private long count(String label) {
        return labels.stream().filter(label::equals).count();
    }

    /** Neighbouring texts have neighbouring hashes; this scatters them (Knuth's multiplier). */
    private static int spread(int hash) {
        return hash * 0x9E3779B1;
    }
}
