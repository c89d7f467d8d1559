package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Session;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TrainingGraphTest {

    @BeforeAll
    static void load() {
        TensorflowLibrary.load();
    }

    /** Shape, loss, and whether the history is short. */
    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of(Windows.shape(1, 0), "pinball", false),
                Arguments.of(Windows.shape(1, 0), "pinball", true),
                Arguments.of(Windows.shape(2, 3), "pinball", false),
                Arguments.of(Windows.shape(3, 0), "pinball", true),
                Arguments.of(Windows.linear(), "mse", false),
                Arguments.of(Windows.linear(), "mse", true),
                Arguments.of(counts(), "negative-binomial", false),
                Arguments.of(counts(), "negative-binomial", true));
    }

    /** Without quantiles, which would not move the encoder. */
    private static SequenceShape counts() {
        return new SequenceShape("test-1", 3, 2, 0, 5, 2, true, 4, 9, new double[0]);
    }

    @ParameterizedTest
    @MethodSource("models")
    void lossEqualsThePlainModels(SequenceShape shape, String loss, boolean isShort) {
        SequenceModelOptions options =
                new SequenceModelOptions(shape, Windows.training(loss, 1, 7));
        SequenceTrainingSet one = one(options, isShort);
        PlainLstm plain = new PlainLstm(options, LstmWeights.initial(options));

        assertThat((double) evaluate(options, one).get(0)[0])
                .isCloseTo(loss(plain, one), within(1e-5));
    }

    /** Against central differences of the plain model, in double precision. */
    @ParameterizedTest
    @MethodSource("models")
    void gradientsEqualThePlainModelsDifferences(
            SequenceShape shape, String loss, boolean isShort) {
        SequenceModelOptions options =
                new SequenceModelOptions(shape, Windows.training(loss, 1, 7));
        SequenceTrainingSet one = one(options, isShort);
        PlainLstm plain = new PlainLstm(options, LstmWeights.initial(options));
        List<float[]> found = evaluate(options, one);
        List<Weights.Slot> slots = LstmWeights.slots(options);
        for (int slot = 0; slot < slots.size(); slot++) {
            double[] weights = plain.weights(slots.get(slot).name());
            for (int i = 0; i < weights.length; i++) {
                assertThat((double) found.get(1 + slot)[i])
                        .as("weight %d of %s", i, slots.get(slot).name())
                        .isCloseTo(difference(plain, one, weights, i), within(2e-4));
            }
        }
    }

    /** Against derivatives worked out by hand; the count's are not. */
    @ParameterizedTest
    @MethodSource("models")
    void gradientsEqualThePlainModelsDerivatives(
            SequenceShape shape, String loss, boolean isShort) {
        if (loss.equals("negative-binomial")) {
            return;
        }
        SequenceModelOptions options =
                new SequenceModelOptions(shape, Windows.training(loss, 1, 7));
        SequenceTrainingSet one = one(options, isShort);
        PlainLstm plain = new PlainLstm(options, LstmWeights.initial(options));
        Map<String, double[]> expected =
                plain.gradients(one.histories()[0], one.known()[0], one.targets()[0]);
        List<float[]> found = evaluate(options, one);
        List<Weights.Slot> slots = LstmWeights.slots(options);
        for (int slot = 0; slot < slots.size(); slot++) {
            double[] derivatives = expected.get(slots.get(slot).name());
            for (int i = 0; i < derivatives.length; i++) {
                assertThat((double) found.get(1 + slot)[i])
                        .as("weight %d of %s", i, slots.get(slot).name())
                        .isCloseTo(derivatives[i], within(2e-6));
            }
        }
    }

    private static SequenceTrainingSet one(SequenceModelOptions options, boolean isShort) {
        SequenceTrainingSet all = Windows.weekly(options, 5);
        SequenceTrainingSet chosen = isShort ? Windows.ragged(all) : all;
        return new SequenceTrainingSet(
                new float[][][] {chosen.histories()[4]},
                new float[][] {chosen.known()[4]},
                new float[][] {chosen.targets()[4]},
                new long[] {0});
    }

    private static double loss(PlainLstm plain, SequenceTrainingSet one) {
        return plain.loss(one.histories()[0], one.known()[0], one.targets()[0]);
    }

    private static double difference(
            PlainLstm plain, SequenceTrainingSet one, double[] weights, int i) {
        double kept = weights[i];
        double step = 1e-6;
        weights[i] = kept + step;
        double above = loss(plain, one);
        weights[i] = kept - step;
        double below = loss(plain, one);
        weights[i] = kept;
        return (above - below) / (2 * step);
    }

    /** The loss, then each gradient, at the initial weights. */
    private static List<float[]> evaluate(SequenceModelOptions options, SequenceTrainingSet one) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            TrainingGraph training = new TrainingGraph(graph, options);
            training.model().weights().assign(session, LstmWeights.initial(options));
            try (WindowBatch batch = new WindowBatch(one, options.shape(), new int[] {0}, 0, 1)) {
                Session.Runner runner = batch.feed(session.runner(), training);
                runner.fetch(training.loss);
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
}
