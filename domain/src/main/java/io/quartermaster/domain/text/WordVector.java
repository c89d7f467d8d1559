package io.quartermaster.domain.text;

import java.util.Map;
import java.util.TreeMap;

/**
 * A text as a vector: each word counts 1 + log(times) at the place and with the sign that its hash
 * gives (feature hashing, Weinberger et al. 2009), and the whole has length 1. So texts are alike
 * whose words are the same, in whatever order, with no list of words to keep.
 */
public final class WordVector {

    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

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
                    long hash = hash(word);
                    int place = (int) Long.remainderUnsigned(hash >>> 1, dimensions);
                    vector[place] += ((hash & 1) == 0 ? 1 : -1) * (1 + Math.log(times));
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

    /** FNV-1a over the characters, stirred by the finaliser of SplitMix64. */
    private static long hash(String word) {
        long hash = OFFSET;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
