package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerQuality;
import io.quartermaster.domain.recommendation.RankerReport;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
        Weights weights = trainer.train(loss -> {}).best().weights();

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
        RankerOptions options =
                new RankerOptions(List.of(HIDDEN), RankerLoss.SQUARED, "sgd", rate, 1, 0, 40, 0, 3);
        RankerTrainer trainer = new RankerTrainer(data, options);
        double[][] before = new double[4][];
        List<float[]> start = Weights.glorot(RankerGraph.slots(2, List.of(HIDDEN)), options.seed());
        for (int slot = 0; slot < 4; slot++) {
            before[slot] = doubles(start.get(slot));
        }
        Weights after = trainer.train(loss -> {}).best().weights();
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

    /** One step against central differences of log(1 + exp(raw)) - label raw in double. */
    @Test
    void goesDownTheGradientOfTheLogLoss() {
        RankerTrainingSet data = outcomes(40);
        double rate = 0.5;
        RankerOptions options = logistic("sgd", rate, 1, 0);
        RankerTrainer trainer = new RankerTrainer(data, options);
        List<Weights.Slot> slots = RankerGraph.slots(2, List.of(6, 4));
        double[][] before =
                Weights.glorot(slots, options.seed()).stream()
                        .map(TensorflowRankerEngineTest::doubles)
                        .toArray(double[][]::new);
        Weights after = trainer.train(loss -> {}).best().weights();
        for (int slot = 0; slot < before.length; slot++) {
            for (int i = 0; i < before[slot].length; i++) {
                double step = 1e-6;
                double kept = before[slot][i];
                before[slot][i] = kept + step;
                double above = logLoss(trainer, data, before);
                before[slot][i] = kept - step;
                double below = logLoss(trainer, data, before);
                before[slot][i] = kept;
                assertThat((double) after.value(slot)[i])
                        .as("weight %d of slot %d", i, slot)
                        .isCloseTo(kept - rate * (above - below) / (2 * step), within(1e-4));
            }
        }
    }

    /** Of rows scored alike, as many came as the score says, within what chance allows. */
    @Test
    void givesChancesThatComeTrue() {
        RankerTrainingSet data = outcomes(4_000);
        RankerReport report = engine.train(data, logistic("adam", 0.01, 20, 0.25), folder, l -> {});
        float[] scores = served(data.rows(3_000, 4_000));
        RankerQuality quality = RankerQuality.of(scores, data.rows(3_000, 4_000).labels());
        double[] told = new double[5];
        double[] came = new double[5];
        double[] rows = new double[5];
        for (int i = 0; i < scores.length; i++) {
            int bin = (int) Math.min(4, scores[i] * 5);
            told[bin] += scores[i];
            came[bin] += data.labels()[3_000 + i];
            rows[bin]++;
        }
        for (int bin = 0; bin < 5; bin++) {
            double chance = told[bin] / rows[bin];
            double error = 4 * Math.sqrt(chance * (1 - chance) / rows[bin]);
            assertThat(came[bin] / rows[bin]).as("bin %d", bin).isCloseTo(chance, within(error));
        }
        assertThat(quality.areaUnderCurve()).isGreaterThan(0.8);
        assertThat(quality.squaredError()).isLessThan(0.75 * report.meansError());
    }

    @Test
    void refusesLabelsThatAreNoOutcome() {
        assertThatThrownBy(
                        () -> engine.train(bent(10), logistic("adam", 0.01, 1, 0), folder, l -> {}))
                .hasMessageContaining("must be 0 or 1")
                .hasMessageContaining("--profile basic");
    }

    @Test
    void refusesAFolderWithoutARanker() {
        assertThatThrownBy(() -> engine.open(folder))
                .hasMessageContaining("holds no model")
                .hasMessageContaining("train ranker");
    }

    private static RankerOptions logistic(
            String optimizer, double rate, int epochs, double validation) {
        return new RankerOptions(
                List.of(6, 4), RankerLoss.LOGISTIC, optimizer, rate, epochs, 0, 40, validation, 3);
    }

    /** Comes with chance 1 / (1 + exp(3 - 8 |a|)), so no straight line tells it. */
    private static RankerTrainingSet outcomes(int rows) {
        SplittableRandom random = new SplittableRandom(8);
        float[][] features = new float[rows][2];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            features[row][0] = (float) (2 * random.nextDouble() - 1);
            features[row][1] = (float) (0.01 * random.nextDouble());
            double chance = 1 / (1 + Math.exp(3 - 8 * Math.abs(features[row][0])));
            labels[row] = random.nextDouble() < chance ? 1 : 0;
        }
        return new RankerTrainingSet(List.of("a", "b"), features, labels);
    }

    private static double logLoss(
            RankerTrainer trainer, RankerTrainingSet data, double[][] weights) {
        double sum = 0;
        for (int row = 0; row < data.rows(); row++) {
            double[] at = standardised(trainer, data.features()[row]);
            for (int layer = 0; layer < weights.length / 2; layer++) {
                at = dense(at, weights[2 * layer], weights[2 * layer + 1]);
                for (int i = 0; layer < weights.length / 2 - 1 && i < at.length; i++) {
                    at[i] = Math.max(0, at[i]);
                }
            }
            sum += Math.log1p(Math.exp(at[0])) - data.labels()[row] * at[0];
        }
        return sum / data.rows();
    }

    private static double[] dense(double[] from, double[] matrix, double[] bias) {
        double[] to = bias.clone();
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < to.length; j++) {
                to[j] += from[i] * matrix[i * to.length + j];
            }
        }
        return to;
    }

    private static double[] standardised(RankerTrainer trainer, float[] features) {
        double[] z = new double[features.length];
        for (int i = 0; i < z.length; i++) {
            z[i] =
                    ((double) features[i] - trainer.inputs().means()[i])
                            / trainer.inputs().deviations()[i];
        }
        return z;
    }

    @Test
    void refusesAnOptimizerItDoesNotKnow() {
        assertThatThrownBy(
                        () -> engine.train(bent(10), options("lion", 0.01, 1), folder, loss -> {}))
                .hasMessageContaining("(lion)")
                .hasMessageContaining("adagrad, adam, momentum, rmsprop, sgd");
    }

    private static RankerOptions options(String optimizer, double rate, int epochs) {
        return new RankerOptions(
                List.of(HIDDEN), RankerLoss.SQUARED, optimizer, rate, epochs, 0, 32, 0.2, 3);
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
        try (Ranker ranker = engine.open(folder)) {
            assertThat(ranker.features()).isEqualTo(data.names());
            return ranker.score(data.features());
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
