package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A served model computes what the plain one does. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class LstmServingTest {

    private final TensorflowEngine engine = new TensorflowEngine();

    @TempDir Path folder;

    static Stream<SequenceShape> shapes() {
        return Stream.of(
                Windows.shape(1, 0), Windows.shape(2, 3), Windows.shape(3, 0), Windows.linear());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void servesWhatThePlainModelComputes(SequenceShape shape) {
        SequenceModelOptions options =
                new SequenceModelOptions(shape, Windows.training("mse", 1, 7));
        SequenceTrainingSet data = Windows.weekly(options, 17);
        Weights weights = LstmWeights.initial(options);
        TensorflowLibrary.load();
        ModelFolder.export(options, weights, folder);
        PlainLstm plain = new PlainLstm(options, weights);
        try (SequenceModel model = engine.load(folder)) {
            assertThat(model.version()).isEqualTo(weights.version());
            float[][] states = model.encode(data.histories());
            float[][] forecasts = model.decode(states, data.known());
            for (int series = 0; series < 17; series++) {
                double[] state = plain.encode(data.histories()[series]);
                PlainLstm.assertClose(states[series], state);
                PlainLstm.assertClose(forecasts[series], plain.decode(state, data.known()[series]));
            }
        }
    }

    /** Shape and loss: a count's mean and dispersion are decoded otherwise. */
    static Stream<Arguments> shapesAndLosses() {
        return Stream.of("pinball", "negative-binomial")
                .flatMap(loss -> shapes().map(shape -> Arguments.of(shape, loss)));
    }

    @ParameterizedTest
    @MethodSource("shapesAndLosses")
    void advancingAndDecodingAtOnceGivesWhatBothGiveAndThePlainModel(
            SequenceShape shape, String loss) {
        SequenceModelOptions options =
                new SequenceModelOptions(shape, Windows.training(loss, 1, 7));
        SequenceTrainingSet data = Windows.weekly(options, 64);
        Weights weights = LstmWeights.initial(options);
        TensorflowLibrary.load();
        ModelFolder.export(options, weights, folder);
        PlainLstm plain = new PlainLstm(options, weights);
        try (SequenceModel model = engine.load(folder)) {
            float[][] states = model.encode(data.histories());
            float[][] inputs = new float[64][];
            for (int series = 0; series < 64; series++) {
                inputs[series] = data.histories()[series][0];
            }
            SequenceModel.Advanced both = model.advanceAndDecode(inputs, states, data.known());
            assertThat(both.states()).isDeepEqualTo(model.advance(inputs, states));
            assertThat(both.forecasts()).isDeepEqualTo(model.decode(both.states(), data.known()));
            for (int series = 0; series < 64; series++) {
                double[] state =
                        plain.advance(inputs[series], plain.encode(data.histories()[series]));
                PlainLstm.assertClose(both.states()[series], state);
                PlainLstm.assertClose(
                        both.forecasts()[series], plain.decode(state, data.known()[series]));
            }
        }
    }

    @Test
    void advancingStepByStepEqualsEncodingAndRowsDoNotMeet() {
        SequenceModelOptions options = Windows.options("pinball", 1);
        SequenceTrainingSet data = Windows.weekly(options, 33);
        engine.train(data, options, folder, loss -> {});
        try (SequenceModel model = engine.load(folder)) {
            float[][] encoded = model.encode(data.histories());
            float[][] states = new float[33][options.shape().stateSize()];
            for (int step = 0; step < options.encoderSteps(); step++) {
                float[][] inputs = new float[33][];
                for (int series = 0; series < 33; series++) {
                    inputs[series] = data.histories()[series][step];
                }
                states = model.advance(inputs, states);
            }
            float[][] alone = model.encode(new float[][][] {data.histories()[20]});
            for (int i = 0; i < options.shape().stateSize(); i++) {
                assertThat(states[20][i]).isCloseTo(encoded[20][i], within(1e-6f));
                assertThat(alone[0][i]).isCloseTo(encoded[20][i], within(1e-6f));
            }
        }
    }

    @Test
    void aModelLoadedAgainComputesTheSame() {
        SequenceModelOptions options = Windows.options("pinball", 1);
        SequenceTrainingSet data = Windows.weekly(options, 41);
        engine.train(data, options, folder, loss -> {});
        float[][] before;
        try (SequenceModel model = engine.load(folder)) {
            before = model.decode(model.encode(data.histories()), data.known());
        }
        try (SequenceModel model = engine.load(folder)) {
            assertThat(model.options()).usingRecursiveComparison().isEqualTo(options);
            assertThat(model.decode(model.encode(data.histories()), data.known()))
                    .isDeepEqualTo(before);
        }
    }
}
