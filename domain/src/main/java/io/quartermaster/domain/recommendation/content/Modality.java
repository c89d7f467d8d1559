package io.quartermaster.domain.recommendation.content;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One way to see items.
 *
 * @param name for example {@code words} or {@code image}
 * @param vectors by item, of length 1; null where an item is not seen this way
 */
public record Modality(String name, float[][] vectors) {

    /**
     * A modality of vectors of any length, which are brought to length 1; a zero vector says
     * nothing, as if it were not there.
     *
     * @param items names, for messages
     * @param rows by item, null where there is none; all with as many numbers
     * @throws IllegalArgumentException naming the item whose vector has another size or a number
     *     that is not finite
     */
    public static Modality of(String name, List<String> items, float[][] rows) {
        int size =
                Arrays.stream(rows)
                        .filter(Objects::nonNull)
                        .mapToInt(row -> row.length)
                        .findFirst()
                        .orElse(0);
        float[][] vectors = new float[rows.length][];
        for (int item = 0; item < rows.length; item++) {
            if (rows[item] != null) {
                check(name, items.get(item), rows[item], size);
                vectors[item] = unit(rows[item]);
            }
        }
        return new Modality(name, vectors);
    }

    private static void check(String name, String item, float[] row, int size) {
        if (row.length != size) {
            throw new IllegalArgumentException(
                    "The vector (%s) of item (%s) has %d numbers, others have %d.\nMaybe it comes from another model: name it as a modality of its own."
                            .formatted(name, item, row.length, size));
        }
        for (float number : row) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException(
                        "The vector (%s) of item (%s) holds the number (%s), which is not finite.\nMaybe leave the item's vector out."
                                .formatted(name, item, number));
            }
        }
    }

    /** The vector brought to length 1, null if it is zero. */
    static float[] unit(float[] row) {
        double squares = 0;
        for (float number : row) {
            squares += (double) number * number;
        }
        if (squares == 0) {
            return null;
        }
        float[] unit = new float[row.length];
        double norm = Math.sqrt(squares);
        for (int i = 0; i < row.length; i++) {
            unit[i] = (float) (row[i] / norm);
        }
        return unit;
    }

    /** Numbers of a vector, 0 if there is none. */
    int dimensions() {
        return Arrays.stream(vectors)
                .filter(Objects::nonNull)
                .mapToInt(vector -> vector.length)
                .findFirst()
                .orElse(0);
    }

    /** How many items are seen this way. */
    int seen() {
        return (int) Arrays.stream(vectors).filter(Objects::nonNull).count();
    }

    /** Cosine of two items, -1 to 1; 0 where one of them is not seen this way. */
    double cosine(int one, int other) {
        float[] left = vectors[one];
        float[] right = vectors[other];
        if (left == null || right == null) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }
}
