package io.quartermaster.domain.text;

import java.util.Arrays;
import java.util.List;

/**
 * The terms that texts were seen to hold, with the weight of each: its inverse document frequency,
 * {@code 1 + ln((1 + texts) / (1 + texts that hold it))} (Salton &amp; Buckley 1988, smoothed).
 *
 * @param hashes rising
 * @param weights one per hash, 1 or more
 */
public record TermTable(long[] hashes, float[] weights) {

    public TermTable {
        if (hashes.length != weights.length) {
            throw new IllegalArgumentException(
                    "The terms (%d) and their weights (%d) must be as many.\nMaybe the model was cut."
                            .formatted(hashes.length, weights.length));
        }
    }

    /**
     * Counts the terms of texts.
     *
     * @param texts the terms of each, in any order, again where they stand again
     * @param minTexts texts that must hold a term for it to be kept
     */
    static TermTable of(List<long[]> texts, int minTexts) {
        long[] all = new long[texts.stream().mapToInt(terms -> terms.length).sum()];
        int size = 0;
        for (long[] terms : texts) {
            long[] sorted = terms.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    all[size++] = sorted[i];
                }
            }
        }
        Arrays.sort(all, 0, size);
        return counted(all, size, texts.size(), minTexts);
    }

    private static TermTable counted(long[] sorted, int size, int texts, int minTexts) {
        long[] hashes = new long[size];
        float[] weights = new float[size];
        int kept = 0;
        for (int from = 0; from < size; ) {
            int end = from;
            while (end < size && sorted[end] == sorted[from]) {
                end++;
            }
            if (end - from >= minTexts) {
                hashes[kept] = sorted[from];
                weights[kept++] = (float) (1 + StrictMath.log((1.0 + texts) / (1.0 + end - from)));
            }
            from = end;
        }
        return new TermTable(Arrays.copyOf(hashes, kept), Arrays.copyOf(weights, kept));
    }

    /** Number of terms. */
    public int size() {
        return hashes.length;
    }

    /** Place of a term, negative where it is not known. */
    int place(long hash) {
        return Arrays.binarySearch(hashes, hash);
    }
}
