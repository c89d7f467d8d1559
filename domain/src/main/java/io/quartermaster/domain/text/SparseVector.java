package io.quartermaster.domain.text;

/**
 * A vector most of whose values are 0.
 *
 * @param places where the others stand, each once
 * @param values one per place
 */
public record SparseVector(int[] places, float[] values) {

    public SparseVector {
        if (places.length != values.length) {
            throw new IllegalArgumentException(
                    "The places (%d) and values (%d) of a sparse vector must be as many.\nMaybe one was cut."
                            .formatted(places.length, values.length));
        }
    }

    /** Number of values that are kept. */
    public int size() {
        return places.length;
    }

    /** Sum of the squared values. */
    double squares() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}
