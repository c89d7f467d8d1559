package io.quartermaster.domain.similarity;

import java.util.Arrays;

/**
 * A vector most of whose numbers are 0, of any length: what a customer bought, who bought an item.
 * Its arrays are not copied.
 *
 * @param indexes where its numbers stand, ascending from 0 or more
 * @param values the numbers there, finite and at most 1e15 in size
 */
public record SparseVector(int[] indexes, float[] values) {

    public SparseVector {
        if (indexes.length != values.length) {
            throw new IllegalArgumentException(
                    "The number of indexes (%d) of a sparse vector must be that of its values (%d)."
                            .formatted(indexes.length, values.length));
        }
        for (int i = 0; i < indexes.length; i++) {
            if (indexes[i] < 0 || (i > 0 && indexes[i] <= indexes[i - 1])) {
                throw new IllegalArgumentException(
                        "The indexes of a sparse vector must ascend from 0, but (%d) stands at place %d.\nMaybe sort and sum them first."
                                .formatted(indexes[i], i));
            }
        }
        SimilarityInput.checkNumbers("sparse vector", 0, values);
    }

    /** The numbers of a vector that are not 0. */
    public static SparseVector of(float[] dense) {
        int[] indexes = new int[dense.length];
        float[] values = new float[dense.length];
        int count = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] != 0f) {
                indexes[count] = i;
                values[count++] = dense[i];
            }
        }
        return new SparseVector(Arrays.copyOf(indexes, count), Arrays.copyOf(values, count));
    }

    /** How many numbers it has. */
    public int count() {
        return indexes.length;
    }

    /** One more than its largest index, 0 where it is empty. */
    public int length() {
        return indexes.length == 0 ? 0 : indexes[indexes.length - 1] + 1;
    }

    /**
     * The inner product, summed in single precision by fused multiply-add in the order of the
     * indexes that both have: the bits of the dense sum, since a product of 0 adds nothing.
     */
    public float product(SparseVector other) {
        float sum = 0;
        int at = 0;
        for (int i = 0; i < indexes.length; i++) {
            while (at < other.indexes.length && other.indexes[at] < indexes[i]) {
                at++;
            }
            if (at < other.indexes.length && other.indexes[at] == indexes[i]) {
                sum = Math.fma(values[i], other.values[at], sum);
            }
        }
        return sum;
    }

    /** One over its Euclidean length; 0 for a zero vector. */
    public float inverseNorm() {
        return SimilarityInput.inverseNorm(values);
    }
}
