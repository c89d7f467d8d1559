package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * Numbers that an encoder of another kind (image, sound, text, anything) gave an item. A higher
 * version of the same item and modality replaces it.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param item the item
 * @param modality what was encoded and by what, for example {@code image}; only vectors of one
 *     modality are compared
 * @param version number of the version, 1 or more
 * @param numbers 1 to {@value #LONGEST} numbers, divided by spaces
 */
public record ItemVector(
        String id,
        Instant time,
        String source,
        String item,
        String modality,
        int version,
        String numbers)
        implements Event {

    /** Numbers of a vector at most. */
    public static final int LONGEST = 1_024;

    private static final int MAX_SHOWN = 60;

    /**
     * The vector, brought to length 1.
     *
     * @throws IllegalArgumentException when it has no or too many numbers, one that is none or not
     *     finite, or nothing but zeros
     */
    public float[] unit() {
        String[] words = numbers.strip().split("[\\s,;]+", -1);
        if (words.length > LONGEST) {
            throw new IllegalArgumentException(
                    "The vector (%s) of item (%s) has %d numbers, not 1 to %d."
                            .formatted(modality, item, words.length, LONGEST));
        }
        double[] exact = new double[words.length];
        double squares = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = number(words[i]);
            squares += exact[i] * exact[i];
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            throw new IllegalArgumentException(
                    "The vector (%s) of item (%s) has length (%s), which must be above 0 and finite."
                            .formatted(modality, item, Math.sqrt(squares)));
        }
        float[] unit = new float[exact.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (exact[i] / Math.sqrt(squares));
        }
        return unit;
    }

    private double number(String word) {
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as of what is not finite
        }
        String shown = word.length() > MAX_SHOWN ? word.substring(0, MAX_SHOWN) + "…" : word;
        throw new IllegalArgumentException(
                "The vector (%s) of item (%s) holds (%s), which is not a finite number."
                        .formatted(modality, item, shown));
    }
}
