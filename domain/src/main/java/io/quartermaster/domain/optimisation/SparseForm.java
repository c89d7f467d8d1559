package io.quartermaster.domain.optimisation;

import java.util.Arrays;

/** Vectors in compressed sparse form as they grow, and what must hold of them. */
final class SparseForm {

    private int[] starts = new int[16];
    private int[] indexes = new int[64];
    private double[] values = new double[64];
    private int vectors;
    private int size;

    void entry(int index, double value) {
        if (size == values.length) {
            indexes = Arrays.copyOf(indexes, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        indexes[size] = index;
        values[size++] = value;
    }

    void end() {
        if (vectors + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[++vectors] = size;
    }

    int[] starts() {
        return Arrays.copyOf(starts, vectors + 1);
    }

    int[] indexes() {
        return Arrays.copyOf(indexes, size);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    static void requireEntries(
            String vector, int count, int[] starts, int[] indexes, double[] values) {
        if (starts.length != count + 1
                || starts[0] != 0
                || starts[count] != indexes.length
                || values.length != indexes.length) {
            throw new IllegalArgumentException(
                    "The starts (%d) and entries (%d, %d) must fit the %ss (%d)."
                            .formatted(
                                    starts.length, indexes.length, values.length, vector, count));
        }
        for (int i = 0; i < count; i++) {
            if (starts[i] > starts[i + 1]) {
                throw new IllegalArgumentException(
                        "The starts of %s (%d) must not fall.".formatted(vector, i));
            }
        }
        requireFinite("value of entry", values);
    }

    static void requireFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "The %s %d (%s) must be a finite number.".formatted(what, i, values[i]));
            }
        }
    }

    static void requireLimits(String vector, int count, double[] low, double[] high) {
        if (low.length != count || high.length != count) {
            throw new IllegalArgumentException(
                    "The lower (%d) and upper limits (%d) must be as many as the %ss (%d)."
                            .formatted(low.length, high.length, vector, count));
        }
        for (int i = 0; i < count; i++) {
            if (!(low[i] <= high[i])
                    || low[i] == Double.POSITIVE_INFINITY
                    || high[i] == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "The limits (%s, %s) of %s %d must be numbers, the lower not above the upper."
                                .formatted(low[i], high[i], vector, i));
            }
        }
    }
}
