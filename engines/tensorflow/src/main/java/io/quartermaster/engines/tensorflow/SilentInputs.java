package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inputs that are 0 in all that is learnt from. Nothing can be learnt of them, so their weights
 * begin at 0 and stay there: what was hidden in training, or never seen, changes no forecast.
 */
final class SilentInputs {

    private final SequenceShape shape;
    private final boolean[] inputs;
    private final boolean[] known;
    private final boolean[] statics;

    SilentInputs(SequenceShape shape, SequenceTrainingSet data) {
        this.shape = shape;
        this.inputs = silent(shape.inputs());
        this.known = silent(shape.knownInputs());
        this.statics = silent(shape.staticInputs());
        for (int window = 0; window < data.histories().length; window++) {
            for (float[] step : data.histories()[window]) {
                hear(step, 0, inputs);
            }
            float[] ahead = data.known()[window];
            for (int step = 0; step < shape.horizon(); step++) {
                hear(ahead, step * known.length, known);
            }
            hear(ahead, shape.horizon() * known.length, statics);
        }
    }

    private static boolean[] silent(int count) {
        boolean[] silent = new boolean[count];
        Arrays.fill(silent, true);
        return silent;
    }

    private static void hear(float[] values, int from, boolean[] silent) {
        for (int column = 0; column < silent.length; column++) {
            silent[column] &= values[from + column] == 0;
        }
    }

    /** The same weights, 0 where they would weigh a silent input. */
    Weights quieten(Weights weights, List<Weights.Slot> slots) {
        List<float[]> values = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            float[] value = weights.value(slot);
            switch (slots.get(slot).name()) {
                case "gates" -> clear(value, 0, inputs, 4 * shape.hidden());
                case LstmWeights.KNOWN -> clear(value, 0, known, LstmWeights.DECODER_WIDTH);
                case LstmWeights.CONTEXT ->
                        clear(
                                value,
                                shape.hidden(),
                                statics,
                                shape.horizon() * LstmWeights.DECODER_WIDTH);
                default -> {}
            }
            values.add(value);
        }
        return new Weights(values);
    }

    private static void clear(float[] matrix, int first, boolean[] rows, int width) {
        for (int row = 0; row < rows.length; row++) {
            if (rows[row]) {
                Arrays.fill(matrix, (first + row) * width, (first + row + 1) * width, 0);
            }
        }
    }
}
