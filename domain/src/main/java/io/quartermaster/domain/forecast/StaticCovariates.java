package io.quartermaster.domain.forecast;

import java.util.SplittableRandom;

/**
 * What does not change of a series, as numbers: its brand, its category and its place, each as a
 * row of signs that its name draws, and the words of its item, projected on few directions. All by
 * random projection with signs (Achlioptas 2003): no list of brands or words is kept, a new one has
 * its numbers at once, and two names are seldom alike. Each part has length 1, or is 0 where it is
 * not known.
 */
public final class StaticCovariates {

    /** Numbers of the brand, then of the category. */
    public static final int LISTED = 10;

    /** Numbers of the words. */
    public static final int WORDS = 10;

    /** All numbers: what is listed, the words, the place. */
    public static final int WIDTH = 24;

    private static final int BRAND = 6;
    private static final int CATEGORY = LISTED - BRAND;
    private static final int PLACE = WIDTH - LISTED - WORDS;

    private StaticCovariates() {}

    /** Of a series of which nothing is known. */
    public static float[] unknown() {
        return new float[WIDTH];
    }

    /** What the catalogue says of an item: [{@value #LISTED}]. */
    public static float[] listed(String brand, String category) {
        float[] listed = new float[LISTED];
        draw(brand, 1, listed, 0, BRAND);
        draw(category, 2, listed, BRAND, CATEGORY);
        return listed;
    }

    /**
     * Words on few directions: [{@value #WORDS}].
     *
     * @param places of a word vector that are not 0, as {@link ItemLook#words} makes it
     * @param values of these places
     */
    public static float[] words(int[] places, float[] values) {
        float[] words = new float[WORDS];
        for (int i = 0; i < places.length; i++) {
            add(values[i], signs(places[i], 3), words, 0, WORDS);
        }
        return words;
    }

    /** All together: [{@value #WIDTH}]. */
    public static float[] of(float[] listed, float[] words, String place) {
        float[] all = new float[WIDTH];
        System.arraycopy(listed, 0, all, 0, listed.length);
        System.arraycopy(words, 0, all, LISTED, words.length);
        draw(place, 4, all, LISTED + WORDS, PLACE);
        return all;
    }

    private static void draw(String name, int kind, float[] into, int from, int count) {
        if (!name.isEmpty()) {
            add(1, signs(name.hashCode(), kind), into, from, count);
        }
    }

    private static long signs(int name, int kind) {
        return new SplittableRandom(name * 31L + kind).nextLong();
    }

    private static void add(float value, long signs, float[] into, int from, int count) {
        float each = (float) (value / Math.sqrt(count));
        for (int i = 0; i < count; i++) {
            into[from + i] += (signs >>> i & 1) == 0 ? each : -each;
        }
    }
}
