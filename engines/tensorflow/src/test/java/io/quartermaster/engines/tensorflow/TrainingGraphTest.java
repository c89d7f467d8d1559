package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TrainingGraphTest {

    private static final SequenceModelOptions OPTIONS = Windows.options("pinball", 1);

    @BeforeAll
    static void load() {
        TensorflowLibrary.load();
    }

    @Test
    void lossEqualsThePlainModels() {
        SequenceTrainingSet one = Windows.weekly(OPTIONS, 1);
        PlainLstm plain = new PlainLstm(OPTIONS, LstmWeights.initial(OPTIONS));
        double expected = plain.pinballLoss(one.histories()[0], one.known()[0], one.targets()[0]);

        assertThat(evaluate(one).get(0)[0]).isCloseTo((float) expected, within(1e-5f));
    }

    /** Against central differences of the plain model, in double precision. */
    @Test
    void gradientsEqualThePlainModelsDifferences() {
        SequenceTrainingSet one = Windows.weekly(OPTIONS, 1);
        PlainLstm plain = new PlainLstm(OPTIONS, LstmWeights.initial(OPTIONS));
        List<float[]> found = evaluate(one);
        for (int slot = 0; slot < LstmWeights.slots(OPTIONS).size(); slot++) {
            double[] weights = plain.weights(slot);
            float[] gradient = found.get(1 + slot);
            for (int i = 0; i < weights.length; i++) {
                double expected = difference(plain, one, weights, i);
                assertThat((double) gradient[i])
                        .as("weight %d of slot %d", i, slot)
                        .isCloseTo(expected, within(2e-4));
            }
        }
    }

    private static double difference(
            PlainLstm plain, SequenceTrainingSet one, double[] weights, int i) {
        double kept = weights[i];
        double step = 1e-6;
        weights[i] = kept + step;
        double above = plain.pinballLoss(one.histories()[0], one.known()[0], one.targets()[0]);
        weights[i] = kept - step;
        double below = plain.pinballLoss(one.histories()[0], one.known()[0], one.targets()[0]);
        weights[i] = kept;
        return (above - below) / (2 * step);
    }

    /** The loss, then each gradient, at the initial weights. */
    private static List<float[]> evaluate(SequenceTrainingSet one) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            TrainingGraph training = new TrainingGraph(graph, OPTIONS);
            training.model().weights().assign(session, LstmWeights.initial(OPTIONS));
            int steps = OPTIONS.encoderSteps();
            float[] history = new float[steps * OPTIONS.inputs()];
            for (int t = 0; t < steps; t++) {
                System.arraycopy(
                        one.histories()[0][t], 0, history, t * OPTIONS.inputs(), OPTIONS.inputs());
            }
            try (TFloat32 in = tensor(history, steps, 1, OPTIONS.inputs());
                    TFloat32 known = tensor(one.known()[0], 1, one.known()[0].length);
                    TFloat32 targets = tensor(one.targets()[0], 1, OPTIONS.horizon(), 1)) {
                Session.Runner runner =
                        session.runner()
                                .feed(training.steps, in)
                                .feed(training.known, known)
                                .feed(training.targets, targets)
                                .fetch(training.loss);
                training.gradients.forEach(runner::fetch);
                return read(runner);
            }
        }
    }

    private static List<float[]> read(Session.Runner runner) {
        List<float[]> all = new ArrayList<>();
        try (var result = runner.run()) {
            for (var entry : result) {
                float[] values = new float[(int) entry.getValue().shape().size()];
                entry.getValue().asRawTensor().data().asFloats().read(values);
                all.add(values);
            }
        }
        return all;
    }

    private static TFloat32 tensor(float[] values, long... shape) {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape));
        tensor.asRawTensor().data().asFloats().write(values);
        return tensor;
    }
}
