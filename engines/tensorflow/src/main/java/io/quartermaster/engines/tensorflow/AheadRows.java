package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceShape;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * How what is known ahead lies in the graph's input: for each step of the horizon its numbers and a
 * 1, whose weight is the bias, then those of the series.
 */
final class AheadRows {

    private final SequenceShape shape;
    private final float[] row;

    AheadRows(SequenceShape shape) {
        this.shape = shape;
        this.row = new float[width(shape)];
        Arrays.fill(row, 1);
    }

    /** Numbers of one step. */
    static int stepWidth(SequenceShape shape) {
        return shape.knownInputs() + 1;
    }

    /** Numbers of all steps of one series. */
    static int stepsWidth(SequenceShape shape) {
        return shape.horizon() * stepWidth(shape);
    }

    /** Numbers of one series. */
    static int width(SequenceShape shape) {
        return stepsWidth(shape) + shape.staticInputs();
    }

    /**
     * Writes one series.
     *
     * @param known [{@link SequenceShape#aheadSize}]
     */
    void put(float[] known, FloatBuffer into) {
        int numbers = shape.knownInputs();
        for (int step = 0; step < shape.horizon(); step++) {
            System.arraycopy(known, step * numbers, row, step * (numbers + 1), numbers);
        }
        System.arraycopy(
                known, shape.horizon() * numbers, row, stepsWidth(shape), shape.staticInputs());
        into.put(row);
    }
}
