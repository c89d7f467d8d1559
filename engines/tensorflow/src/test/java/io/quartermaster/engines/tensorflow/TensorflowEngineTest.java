package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TensorflowEngineTest {

    private static final int WINDOWS = 200;

    private final TensorflowEngine engine = new TensorflowEngine();

    @TempDir Path folder;

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(SequenceModelEngine.class))
                .hasAtLeastOneElementOfType(TensorflowEngine.class);
    }

    @Test
    void saysWhichVersionComputesWhere() {
        assertThat(engine.probe().available()).isTrue();
        assertThat(engine.probe().version()).isEqualTo("2.16.1");
        assertThat(engine.probe().device()).isEqualTo("cpu");
    }

    @Test
    void supportsNoOtherPlatform() {
        assertThat(TensorflowLibrary.isSupported("Linux", "amd64")).isTrue();
        assertThat(TensorflowLibrary.isSupported("Linux", "aarch64")).isFalse();
        assertThat(TensorflowLibrary.isSupported("Mac OS X", "x86_64")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pinball", "mse", "negative-binomial"})
    void trainingLowersTheLossAndServesWhatThePlainModelComputes(String loss) {
        SequenceModelOptions options = Windows.options(loss, 12);
        SequenceTrainingSet data = Windows.weekly(options, WINDOWS);
        List<EpochLoss> seen = new ArrayList<>();

        TrainingReport report = engine.train(data, options, folder, seen::add);

        assertThat(seen).isEqualTo(report.losses()).hasSize(12);
        assertThat(seen.get(11).training()).isLessThan(seen.get(0).training() - 0.01);
        assertThat(seen.get(11).validation()).isLessThan(seen.get(0).validation());
        try (SequenceModel model = engine.load(folder)) {
            assertThat(model.version()).isEqualTo(report.version());
            float[][] states = model.encode(data.histories());
            float[][] forecasts = model.decode(states, data.known());
            for (int series = 0; series < WINDOWS; series++) {
                assertThat(isAscending(forecasts[series], options)).isTrue();
            }
        }
    }

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
                assertClose(states[series], state);
                assertClose(forecasts[series], plain.decode(state, data.known()[series]));
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
                assertClose(both.states()[series], state);
                assertClose(both.forecasts()[series], plain.decode(state, data.known()[series]));
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

    /** A short history lies beside long ones, padded; alone it is not. Not a bit may differ. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void paddingAShortHistoryChangesNoBit(int layers) {
        SequenceModelOptions options =
                new SequenceModelOptions(
                        Windows.shape(layers, 0), Windows.training("pinball", 1, 7));
        SequenceTrainingSet data = Windows.ragged(Windows.weekly(options, 64));
        TensorflowLibrary.load();
        ModelFolder.export(options, LstmWeights.initial(options), folder);
        PlainLstm plain = new PlainLstm(options, LstmWeights.initial(options));
        try (SequenceModel model = engine.load(folder)) {
            float[][] together = model.encode(data.histories());
            for (int series = 0; series < 64; series++) {
                float[][][] same = new float[64][][];
                Arrays.fill(same, data.histories()[series]);
                assertThat(model.encode(same)[series])
                        .as("series %d of %d steps", series, data.histories()[series].length)
                        .isEqualTo(together[series]);
                assertClose(together[series], plain.encode(data.histories()[series]));
            }
        }
    }

    /** What was hidden in training, or never seen, changes no forecast. */
    @Test
    void anInputThatWasAlwaysZeroHasNoWeight() {
        SequenceModelOptions options =
                new SequenceModelOptions(Windows.shape(1, 2), Windows.training("pinball", 3, 7));
        SequenceTrainingSet data = Windows.weekly(options, 80);
        for (int w = 0; w < 80; w++) {
            for (float[] step : data.histories()[w]) {
                step[2] = 0;
            }
            for (int s = 0; s < options.horizon(); s++) {
                data.known()[w][2 * s + 1] = 0;
            }
            data.known()[w][9] = 0;
        }
        engine.train(data, options, folder, loss -> {});
        try (SequenceModel model = engine.load(folder)) {
            float[][] hidden = model.decode(model.encode(data.histories()), data.known());
            for (int w = 0; w < 80; w++) {
                for (float[] step : data.histories()[w]) {
                    step[2] = 5;
                }
                data.known()[w][1] = -3;
                data.known()[w][9] = 7;
            }
            assertThat(model.decode(model.encode(data.histories()), data.known()))
                    .isDeepEqualTo(hidden);
            data.known()[0][8] += 1;
            assertThat(model.decode(model.encode(data.histories()), data.known())[0])
                    .isNotEqualTo(hidden[0]);
        }
    }

    /** A run may bundle series otherwise than another run: the results must not tell. */
    @Test
    void aRowsPlaceInAPaddedBundleChangesNoBit() {
        int size = 64;
        SequenceModelOptions options =
                new SequenceModelOptions(
                        new SequenceShape(
                                "test-1",
                                13,
                                15,
                                0,
                                64,
                                1,
                                true,
                                14,
                                28,
                                new double[] {0.1, 0.5, 0.9}),
                        Windows.training("pinball", 1, 3));
        TensorflowLibrary.load();
        ModelFolder.export(options, LstmWeights.initial(options), folder);
        SplittableRandom random = new SplittableRandom(5);
        float[][][] series = new float[size][28][13];
        float[][] known = new float[size][14 * 15];
        for (int row = 0; row < size; row++) {
            for (float[] step : series[row]) {
                fill(step, random);
            }
            fill(known[row], random);
        }
        try (SequenceModel model = engine.load(folder)) {
            float[][] states = model.encode(series);
            float[][] forecasts = model.decode(states, known);
            float[][] advanced =
                    model.advanceAndDecode(new float[size][13], states, known).forecasts();
            for (int row = 0; row < size; row++) {
                float[][][] moved = new float[size][28][13];
                float[][] movedKnown = new float[size][14 * 15];
                int to = (row * 29 + 7) % size;
                moved[to] = series[row];
                movedKnown[to] = known[row];
                float[][] state = model.encode(moved);
                SequenceModel.Advanced both =
                        model.advanceAndDecode(new float[size][13], state, movedKnown);
                assertThat(both.forecasts()[to])
                        .as("advanced, row %d at %d", row, to)
                        .isEqualTo(advanced[row]);
                assertThat(state[to]).as("state of row %d at %d", row, to).isEqualTo(states[row]);
                assertThat(model.decode(state, movedKnown)[to])
                        .as("forecast of row %d at %d", row, to)
                        .isEqualTo(forecasts[row]);
            }
        }
    }

    private static void fill(float[] values, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 2);
        }
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherSeedDoesNot() {
        SequenceModelOptions options = Windows.options("pinball", 3);
        SequenceTrainingSet data = Windows.weekly(options, WINDOWS);
        String first = engine.train(data, options, folder.resolve("1"), l -> {}).version();
        String again = engine.train(data, options, folder.resolve("2"), l -> {}).version();
        SequenceModelOptions other = options.with(Windows.training("pinball", 3, 8));

        assertThat(again).isEqualTo(first);
        assertThat(engine.train(data, other, folder.resolve("3"), l -> {}).version())
                .isNotEqualTo(first);
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

    @Test
    void worksWithoutCovariatesOrQuantiles() {
        SequenceModelOptions options =
                new SequenceModelOptions(
                        new SequenceShape("test-1", 1, 0, 0, 4, 1, true, 3, 5, new double[0]),
                        new SequenceTraining("mse", "sgd", 0.05, false, 0, 2, 0, 8, 0, 1));
        SequenceModelOptions source = Windows.options("mse", 1);
        SequenceTrainingSet weekly = Windows.weekly(source, 40);
        float[][][] histories = new float[40][5][1];
        float[][] targets = new float[40][3];
        for (int w = 0; w < 40; w++) {
            for (int t = 0; t < 5; t++) {
                histories[w][t][0] = weekly.histories()[w][t][0];
            }
            System.arraycopy(weekly.targets()[w], 0, targets[w], 0, 3);
        }
        engine.train(
                new SequenceTrainingSet(histories, new float[40][0], targets, weekly.endDays()),
                options,
                folder,
                loss -> assertThat(loss.validation()).isNaN());
        try (SequenceModel model = engine.load(folder)) {
            float[][] forecasts = model.decode(model.encode(histories), new float[40][0]);
            assertThat(forecasts[0]).hasSize(3);
        }
    }

    /** An unclosed array would cost 140 KB a call: 280 MB here. */
    @Test
    void callsLeaveNoMemoryBehind() throws IOException {
        SequenceModelOptions options = Windows.options("pinball", 1);
        SequenceTrainingSet data = Windows.weekly(options, 64);
        engine.train(data, options, folder, loss -> {});
        try (SequenceModel model = engine.load(folder)) {
            call(model, data, 300);
            long before = residentKilobytes();
            long calls = engine.use().calls();
            call(model, data, 2000);
            assertThat(engine.use().calls()).isEqualTo(calls + 4000);
            assertThat(residentKilobytes() - before).isLessThan(60_000);
        }
    }

    private static void call(SequenceModel model, SequenceTrainingSet data, int times) {
        for (int i = 0; i < times; i++) {
            model.decode(model.encode(data.histories()), data.known());
        }
    }

    private static long residentKilobytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IllegalStateException("/proc/self/status has no VmRSS");
    }

    @Test
    void refusesAFolderWithoutAModel() {
        assertThatThrownBy(() -> engine.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The folder (%s) holds no model.\nMaybe train one: train lstm --output %s"
                                .formatted(folder, folder));
    }

    @Test
    void refusesAModelOfAnotherForm() throws IOException {
        Files.writeString(folder.resolve("saved_model.pb"), "");
        Files.writeString(folder.resolve("model.properties"), "form=lstm-1\n");
        assertThatThrownBy(() -> engine.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the form (lstm-1), this version reads lstm-3");
    }

    @Test
    void refusesAnUnknownLossAndOptimizer() {
        SequenceTrainingSet data = Windows.weekly(Windows.options("mse", 1), 4);
        assertThatThrownBy(() -> engine.train(data, Windows.options("mae", 1), folder, loss -> {}))
                .hasMessage(
                        "The loss (mae) is not known.\nMaybe one of: mse, pinball, negative-binomial.");
    }

    private static boolean isAscending(float[] forecast, SequenceModelOptions options) {
        int width = 1 + options.quantiles().length;
        for (int step = 0; step < options.horizon(); step++) {
            for (int level = 2; level < width; level++) {
                if (forecast[step * width + level] < forecast[step * width + level - 1]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
        }
    }
}
