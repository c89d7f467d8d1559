package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceShape;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * How what is known ahead lies in the graph's inputs: for each step of the horizon its numbers and
 * a 1, whose weight is the bias; those of the series apart.
 */
final class AheadRows {

    private final int horizon;
    private final int numbers;
    private final int statics;
    private final float[] row;

    AheadRows(SequenceShape shape) {
        this.horizon = shape.horizon();
        this.numbers = shape.knownInputs();
        this.statics = shape.staticInputs();
        this.row = new float[stepsWidth(shape)];
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

    /**
     * Writes one series.
     *
     * @param known [{@link SequenceShape#aheadSize}]
     * @param steps takes what is known of each step
     * @param series takes what is known of the series
     */
    void put(float[] known, FloatBuffer steps, FloatBuffer series) {
        for (int step = 0; step < horizon; step++) {
            System.arraycopy(known, step * numbers, row, step * (numbers + 1), numbers);
        }
        steps.put(row);
        series.put(known, horizon * numbers, statics);
    }
}
