package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.nio.FloatBuffer;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** Training windows as tensors, short histories padded on the left; closed after one run. */
final class WindowBatch implements AutoCloseable {

    private final TFloat32 histories;
    private final TFloat32 steps;
    private final TFloat32 series;
    private final TFloat32 targets;

    /**
     * @param order of the windows
     * @param from where in the order the batch begins
     * @param rows how many windows it holds
     */
    WindowBatch(SequenceTrainingSet data, SequenceShape shape, int[] order, int from, int rows) {
        float[] past = new float[shape.encoderSteps() * rows * (shape.inputs() + 1)];
        AheadRows aheadRows = new AheadRows(shape);
        FloatBuffer ahead = FloatBuffer.allocate(rows * AheadRows.stepsWidth(shape));
        FloatBuffer statics = FloatBuffer.allocate(rows * shape.staticInputs());
        float[] after = new float[rows * shape.horizon()];
        for (int row = 0; row < rows; row++) {
            int window = order[from + row];
            write(data.histories()[window], past, row, rows, shape);
            aheadRows.put(data.known()[window], ahead, statics);
            System.arraycopy(
                    data.targets()[window], 0, after, row * shape.horizon(), shape.horizon());
        }
        histories = Tensors.of(past, shape.encoderSteps(), rows, shape.inputs() + 1L);
        steps = Tensors.of(ahead.array(), rows, AheadRows.stepsWidth(shape));
        series = Tensors.of(statics.array(), rows, shape.staticInputs());
        targets = Tensors.of(after, rows, shape.horizon(), 1);
    }

    private static void write(
            float[][] history, float[] past, int row, int rows, SequenceShape shape) {
        int width = shape.inputs() + 1;
        int padding = shape.encoderSteps() - history.length;
        for (int step = 0; step < shape.encoderSteps(); step++) {
            int at = (step * rows + row) * width;
            if (step < padding) {
                past[at + shape.inputs()] = 1;
            } else {
                System.arraycopy(history[step - padding], 0, past, at, shape.inputs());
            }
        }
    }

    Session.Runner feed(Session.Runner runner, TrainingGraph training) {
        return runner.feed(training.histories, histories)
                .feed(training.ahead.steps(), steps)
                .feed(training.ahead.series(), series)
                .feed(training.targets, targets);
    }

    @Override
    public void close() {
        histories.close();
        steps.close();
        series.close();
        targets.close();
    }
}
