package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.text.WordVector;
import io.quartermaster.domain.text.Words;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An item with its words.
 *
 * @param brand its brand, empty if not told so far
 * @param words title and description, empty if not told so far
 * @param vector of the words without the brand's own name, empty until both are told
 */
public record DescribedItem(String brand, String words, float[] vector) {

    static final DescribedItem NOTHING = new DescribedItem("", "", new float[0]);

    /**
     * Few enough that a catalogue fits into memory, many enough that words seldom fall together.
     */
    private static final int DIMENSIONS = 256;

    /** With what a description adds. */
    DescribedItem with(Description told) {
        String nextBrand = told.brand().isEmpty() ? brand : told.brand();
        String nextWords = told.words().isEmpty() ? words : told.words();
        boolean whole = !nextBrand.isEmpty() && !nextWords.isEmpty();
        return new DescribedItem(
                nextBrand, nextWords, whole ? vector(nextBrand, nextWords) : new float[0]);
    }

    boolean isWhole() {
        return vector.length > 0;
    }

    private static float[] vector(String brand, String words) {
        Set<String> name = Set.copyOf(Words.of(brand));
        String others =
                Words.of(words).stream()
                        .filter(word -> !name.contains(word))
                        .collect(Collectors.joining(" "));
        double[] exact = WordVector.of(others, DIMENSIONS);
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) exact[i];
        }
        return vector;
    }
}
