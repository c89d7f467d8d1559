package io.quartermaster.domain.text;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as vectors: each known term counts {@code (1 + ln(times)) * weight} (TF-IDF with sublinear
 * term frequency); the terms of words and those of characters each make length 1, so neither drowns
 * the other. A text without known terms is the empty vector.
 *
 * @param settings which pieces are terms
 * @param terms those that are known
 */
public record TextFeatures(GramSettings settings, TermTable terms) {

    /** Learns the terms of texts. */
    public static TextFeatures of(List<String> texts, GramSettings settings) {
        List<long[]> hashes = texts.stream().map(text -> together(text, settings)).toList();
        return new TextFeatures(settings, TermTable.of(hashes, settings.minTexts()));
    }

    private static long[] together(String text, GramSettings settings) {
        long[] words = Grams.ofWords(text, settings);
        long[] characters = Grams.ofCharacters(text, settings);
        long[] all = Arrays.copyOf(words, words.length + characters.length);
        System.arraycopy(characters, 0, all, words.length, characters.length);
        return all;
    }

    /** Number of dimensions. */
    public int size() {
        return terms.size();
    }

    /** The vector of a text. */
    public SparseVector vector(String text) {
        SparseVector words = block(Grams.ofWords(text, settings));
        SparseVector characters = block(Grams.ofCharacters(text, settings));
        int size = words.size() + characters.size();
        int[] places = Arrays.copyOf(words.places(), size);
        float[] values = Arrays.copyOf(words.values(), size);
        System.arraycopy(characters.places(), 0, places, words.size(), characters.size());
        System.arraycopy(characters.values(), 0, values, words.size(), characters.size());
        return new SparseVector(places, values);
    }

    private SparseVector block(long[] hashes) {
        int[] found = new int[hashes.length];
        int size = 0;
        for (long hash : hashes) {
            int place = terms.place(hash);
            if (place >= 0) {
                found[size++] = place;
            }
        }
        Arrays.sort(found, 0, size);
        int[] places = new int[size];
        float[] values = new float[size];
        int kept = 0;
        for (int from = 0; from < size; ) {
            int end = from;
            while (end < size && found[end] == found[from]) {
                end++;
            }
            places[kept] = found[from];
            values[kept++] = timesWeight(end - from) * terms.weights()[found[from]];
            from = end;
        }
        return new SparseVector(Arrays.copyOf(places, kept), unit(Arrays.copyOf(values, kept)));
    }

    /** Most terms stand once, whose logarithm need not be taken. */
    private static float timesWeight(int times) {
        return times == 1 ? 1 : (float) (1 + StrictMath.log(times));
    }

    private static float[] unit(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] /= norm;
        }
        return values;
    }
}
