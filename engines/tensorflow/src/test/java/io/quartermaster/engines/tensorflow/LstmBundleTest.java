package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies beside a series in a bundle changes no bit of it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class LstmBundleTest {

    private final TensorflowEngine engine = new TensorflowEngine();

    @TempDir Path folder;

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
                PlainLstm.assertClose(together[series], plain.encode(data.histories()[series]));
            }
        }
    }

    /** A run may bundle series otherwise than another run: the results must not tell. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void aRowsPlaceInAPaddedBundleChangesNoBit(int statics) {
        int size = 64;
        SequenceModelOptions options =
                new SequenceModelOptions(
                        new SequenceShape(
                                "test-1",
                                13,
                                15,
                                statics,
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
        float[][] known = new float[size][14 * 15 + statics];
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
                float[][] movedKnown = new float[size][14 * 15 + statics];
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
}
