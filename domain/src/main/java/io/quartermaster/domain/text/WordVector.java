package io.quartermaster.domain.text;

import java.util.Map;
import java.util.TreeMap;

/**
 * A text as a vector: each word counts 1 + log(times) at the place and with the sign that its hash
 * gives (feature hashing, Weinberger et al. 2009), and the whole has length 1. So texts are alike
 * whose words are the same, in whatever order, with no list of words to keep.
 */
public final class WordVector {

    private WordVector() {}

    /**
     * The vector of a text.
     *
     * @param dimensions 1 or more; the fewer, the more words fall together
     * @return length 1, or 0 for a text without words
     */
    public static double[] of(String text, int dimensions) {
        if (dimensions < 1) {
            throw new IllegalArgumentException(
                    "The dimensions (%d) of a word vector must be 1 or more.\nMaybe 256."
                            .formatted(dimensions));
        }
        Map<String, Integer> counts = new TreeMap<>();
        Words.of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        double[] vector = new double[dimensions];
        counts.forEach(
                (word, times) -> {
                    int place = WordHash.place(word, dimensions);
                    vector[place] += WordHash.sign(word) * (1 + Math.log(times));
                });
        return unit(vector);
    }

    private static double[] unit(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < vector.length && norm > 0; i++) {
            vector[i] /= norm;
        }
        return vector;
    }
}
