package io.quartermaster.domain.forecast;

import io.quartermaster.domain.text.WordVector;

/**
 * What is known of an item before it sells.
 *
 * @param words vector of its title and description, {@link #DIMENSIONS} numbers of length 1; empty
 *     if it was not described
 * @param price list price, 0 if not known
 * @param category its category, empty if not known
 * @param cluster of its brand, empty if not known
 */
public record ItemLook(float[] words, double price, String category, String cluster) {

    /**
     * Few enough to compare with a whole catalogue, many enough that words seldom fall together.
     */
    public static final int DIMENSIONS = 256;

    private static final float[] NO_WORDS = {};

    /** Vector of a text; empty where it has no words. */
    public static float[] words(String text) {
        double[] exact = WordVector.of(text, DIMENSIONS);
        float[] words = new float[DIMENSIONS];
        boolean isEmpty = true;
        for (int i = 0; i < DIMENSIONS; i++) {
            words[i] = (float) exact[i];
            isEmpty &= exact[i] == 0;
        }
        return isEmpty ? NO_WORDS : words;
    }

    /** Whether its words are known. */
    public boolean isDescribed() {
        return words.length > 0;
    }
}
