package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What training makes of a model. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class LstmTrainingTest {

    private static final int WINDOWS = 200;

    private final TensorflowEngine engine = new TensorflowEngine();

    @TempDir Path folder;

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

    @Test
    void refusesAnUnknownLossAndOptimizer() {
        SequenceTrainingSet data = Windows.weekly(Windows.options("mse", 1), 4);
        assertThatThrownBy(() -> engine.train(data, Windows.options("mae", 1), folder, loss -> {}))
                .hasMessage(
                        "The loss (mae) is not known.\nMaybe one of: mse, pinball, negative-binomial.");
    }
}
