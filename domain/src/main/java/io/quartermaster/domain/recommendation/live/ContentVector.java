package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.text.WordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What an item is like by itself as one vector of {@link #DIMENSIONS} numbers: brand, category,
 * words, and vectors of any other kind, each part of a length that is the root of what it counts,
 * or 0 where it is not known. So where the same is known of two items, their cosine is the mean of
 * those of the parts, weighted by what they count.
 *
 * <p>Brand and category are rows of signs that their names draw (Achlioptas 2003): no list of names
 * is kept, and a new one has its numbers at once. Words are hashed TF-IDF (Salton and Buckley 1988;
 * Weinberger et al. 2009) as rare as they are when the item comes.
 */
public final class ContentVector {

    private static final int NAME = 64;
    private static final int WORDS = 256;
    private static final int GIVEN = 256;

    /** Length of a vector. */
    public static final int DIMENSIONS = 2 * NAME + WORDS + GIVEN;

    /** Texts that every word is taken to be missing from, so that the first ones count evenly. */
    private static final int PRIOR_TEXTS = 100;

    private ContentVector() {}

    /**
     * The words of a text.
     *
     * @param places where they lie, each once
     * @param values with length 1; empty of a text without words
     */
    public record TextVector(int[] places, float[] values) {

        /** Of no text. */
        public static final TextVector NONE = new TextVector(new int[0], new float[0]);
    }

    /**
     * All together.
     *
     * @param weights what each modality counts
     * @param modalities names of what is given besides
     * @param given as {@link #given} makes them, one a modality
     */
    public static float[] of(
            ContentWeights weights,
            String brand,
            String category,
            TextVector text,
            String[] modalities,
            float[][] given) {
        float[] vector = new float[DIMENSIONS];
        draw(brand, 1, root(weights.brand()), vector, 0);
        draw(category, 2, root(weights.category()), vector, NAME);
        float words = root(weights.words());
        for (int i = 0; i < text.places().length; i++) {
            vector[2 * NAME + text.places()[i]] = words * text.values()[i];
        }
        for (int m = 0; m < given.length; m++) {
            float each = root(weights.of(modalities[m]));
            for (int i = 0; i < GIVEN; i++) {
                vector[2 * NAME + WORDS + i] += each * given[m][i];
            }
        }
        return vector;
    }

    private static float root(double weight) {
        return (float) Math.sqrt(weight);
    }

    /**
     * A text: a word counts (1 + log(times)) log((100 + N) / (1 + n)) where n of N texts have it.
     *
     * @param words in any order, with repetitions
     * @param texts how many there are, this one included
     * @param having how many of them have a word
     */
    public static TextVector text(List<String> words, long texts, ToIntFunction<String> having) {
        Map<String, Integer> times = new TreeMap<>();
        words.forEach(word -> times.merge(word, 1, Integer::sum));
        TreeMap<Integer, Double> sums = new TreeMap<>();
        times.forEach(
                (word, many) -> {
                    double rare =
                            StrictMath.log((PRIOR_TEXTS + texts) / (1.0 + having.applyAsInt(word)));
                    double value = (1 + StrictMath.log(many)) * rare * WordHash.sign(word);
                    sums.merge(WordHash.place(word, WORDS), value, Double::sum);
                });
        return unit(sums);
    }

    /**
     * A vector that the catalogue brings, on fewer directions: random signs that the name of its
     * modality and its length draw (Achlioptas 2003). So cosines within a modality stay roughly as
     * they are, those between modalities are about 0, and no list of modalities is kept.
     *
     * @param unit any length of 1 or more
     */
    public static float[] given(String modality, float[] unit) {
        SplittableRandom random =
                new SplittableRandom((modality + '/' + unit.length).hashCode() * 31L + 3);
        double[] sums = new double[GIVEN];
        for (float number : unit) {
            for (int from = 0; from < GIVEN; from += Long.SIZE) {
                long signs = random.nextLong();
                for (int i = 0; i < Long.SIZE; i++) {
                    sums[from + i] += (signs >>> i & 1) == 0 ? number : -number;
                }
            }
        }
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        float[] given = new float[GIVEN];
        for (int i = 0; i < GIVEN && squares > 0; i++) {
            given[i] = (float) (sums[i] / Math.sqrt(squares));
        }
        return given;
    }

    private static TextVector unit(SortedMap<Integer, Double> sums) {
        double squares = 0;
        for (double value : sums.values()) {
            squares += value * value;
        }
        if (squares == 0) {
            return TextVector.NONE;
        }
        int[] places = new int[sums.size()];
        float[] values = new float[places.length];
        List<Map.Entry<Integer, Double>> entries = new ArrayList<>(sums.entrySet());
        for (int i = 0; i < places.length; i++) {
            places[i] = entries.get(i).getKey();
            values[i] = (float) (entries.get(i).getValue() / Math.sqrt(squares));
        }
        return new TextVector(places, values);
    }

    private static void draw(String name, int kind, float length, float[] into, int from) {
        if (!name.isEmpty()) {
            long signs = new SplittableRandom(name.hashCode() * 31L + kind).nextLong();
            float each = length * (float) (1 / Math.sqrt(NAME));
            for (int i = 0; i < NAME; i++) {
                into[from + i] = (signs >>> i & 1) == 0 ? each : -each;
            }
        }
    }
}
