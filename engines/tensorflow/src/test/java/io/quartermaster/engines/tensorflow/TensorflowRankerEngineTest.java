package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerReport;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.types.TFloat32;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TensorflowRankerEngineTest {

    private static final int HIDDEN = 16;

    private final TensorflowRankerEngine engine = new TensorflowRankerEngine();

    @TempDir private Path folder;

    @BeforeAll
    static void load() {
        TensorflowLibrary.load();
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(RankerEngine.class))
                .hasAtLeastOneElementOfType(TensorflowRankerEngine.class);
    }

    @Test
    void learnsWhatNoStraightLineFits() {
        RankerTrainingSet data = bent(600);
        List<EpochLoss> seen = new ArrayList<>();

        RankerReport report = engine.train(data, options("adam", 0.01, 20), folder, seen::add);

        assertThat(seen).isEqualTo(report.losses()).hasSize(20);
        assertThat(report.trainingRows()).isEqualTo(480);
        assertThat(report.validationRows()).isEqualTo(120);
        assertThat(seen.get(19).validation()).isLessThan(0.1 * report.meansError());
    }

    @Test
    void servesWhatTheFormulaSays() {
        RankerTrainingSet data = bent(100);
        RankerOptions options = options("adam", 0.01, 3);
        RankerReport report = engine.train(data, options, folder, loss -> {});
        RankerTrainer trainer = new RankerTrainer(data, options);
        Weights weights = trainer.train(loss -> {}).weights();

        assertThat(report.version()).isEqualTo(weights.version());
        float[] scores = served(data);
        for (int row = 0; row < data.rows(); row++) {
            double expected = plain(trainer, doubles(weights), data.features()[row]);
            assertThat((double) scores[row]).isCloseTo(expected, within(1e-4));
        }
    }

    /** One step of gradient descent against central differences of the formula in double. */
    @Test
    void goesDownTheGradient() {
        RankerTrainingSet data = bent(40);
        double rate = 0.5;
        RankerOptions options = new RankerOptions(HIDDEN, "sgd", rate, 1, 40, 0, 3);
        RankerTrainer trainer = new RankerTrainer(data, options);
        double[][] before = new double[4][];
        List<float[]> start = Weights.glorot(RankerGraph.slots(2, HIDDEN), options.seed());
        for (int slot = 0; slot < 4; slot++) {
            before[slot] = doubles(start.get(slot));
        }
        Weights after = trainer.train(loss -> {}).weights();
        double unit = trainer.label().deviations()[0] * trainer.label().deviations()[0];
        for (int slot = 0; slot < 4; slot++) {
            for (int i = 0; i < before[slot].length; i++) {
                double gradient = difference(trainer, data, before, slot, i) / unit;
                assertThat((double) after.value(slot)[i])
                        .as("weight %d of slot %d", i, slot)
                        .isCloseTo(before[slot][i] - rate * gradient, within(1e-4));
            }
        }
    }

    @Test
    void refusesAnOptimizerItDoesNotKnow() {
        assertThatThrownBy(
                        () -> engine.train(bent(10), options("lion", 0.01, 1), folder, loss -> {}))
                .hasMessageContaining("(lion)")
                .hasMessageContaining("adagrad, adam, momentum, rmsprop, sgd");
    }

    private static RankerOptions options(String optimizer, double rate, int epochs) {
        return new RankerOptions(HIDDEN, optimizer, rate, epochs, 32, 0.2, 3);
    }

    /** label = 3 |a| - 20 b with b in hundredths, so that the units differ. */
    private static RankerTrainingSet bent(int rows) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] features = new float[rows][2];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            features[row][0] = (float) (2 * random.nextDouble() - 1);
            features[row][1] = (float) (0.01 * random.nextDouble());
            labels[row] = 3 * Math.abs(features[row][0]) - 20 * features[row][1];
        }
        return new RankerTrainingSet(List.of("a", "b"), features, labels);
    }

    private float[] served(RankerTrainingSet data) {
        float[] flat = new float[data.rows() * 2];
        for (int row = 0; row < data.rows(); row++) {
            System.arraycopy(data.features()[row], 0, flat, 2 * row, 2);
        }
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString());
                TFloat32 features = Tensors.of(flat, data.rows(), 2);
                var result =
                        bundle.function(RankerGraph.SCORE).call(Map.of("features", features))) {
            float[] scores = new float[data.rows()];
            ((TFloat32) result.get("score").orElseThrow())
                    .asRawTensor()
                    .data()
                    .asFloats()
                    .read(scores);
            return scores;
        }
    }

    private static double difference(
            RankerTrainer trainer, RankerTrainingSet data, double[][] weights, int slot, int i) {
        double step = 1e-6;
        double kept = weights[slot][i];
        weights[slot][i] = kept + step;
        double above = error(trainer, data, weights);
        weights[slot][i] = kept - step;
        double below = error(trainer, data, weights);
        weights[slot][i] = kept;
        return (above - below) / (2 * step);
    }

    private static double error(RankerTrainer trainer, RankerTrainingSet data, double[][] weights) {
        double sum = 0;
        for (int row = 0; row < data.rows(); row++) {
            double off = data.labels()[row] - plain(trainer, weights, data.features()[row]);
            sum += off * off;
        }
        return sum / data.rows();
    }

    private static double plain(RankerTrainer trainer, double[][] weights, float[] features) {
        double score = weights[3][0];
        for (int unit = 0; unit < HIDDEN; unit++) {
            double sum = weights[1][unit];
            for (int i = 0; i < features.length; i++) {
                double z =
                        ((double) features[i] - trainer.inputs().means()[i])
                                / trainer.inputs().deviations()[i];
                sum += z * weights[0][i * HIDDEN + unit];
            }
            score += Math.max(0, sum) * weights[2][unit];
        }
        return score * trainer.label().deviations()[0] + trainer.label().means()[0];
    }

    private static double[][] doubles(Weights weights) {
        double[][] all = new double[4][];
        for (int slot = 0; slot < 4; slot++) {
            all[slot] = doubles(weights.value(slot));
        }
        return all;
    }

    private static double[] doubles(float[] values) {
        double[] all = new double[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i];
        }
        return all;
    }
}
