package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainer;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingState;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TensorflowTrainerTest {

    private static final SequenceModelOptions OPTIONS = Windows.options("pinball", 1);
    private static final SequenceTrainingSet DATA = Windows.ragged(Windows.weekly(OPTIONS, 200));

    private final TensorflowEngine engine = new TensorflowEngine();

    @TempDir private Path folder;

    @BeforeEach
    void train() {
        engine.train(DATA, OPTIONS, folder, loss -> {});
    }

    @Test
    void startsFromTheModelsWeights() {
        try (SequenceTrainer trainer = engine.trainer(folder);
                SequenceModel model = engine.load(folder)) {
            assertThat(trainer.version()).isEqualTo(model.version());
            assertThat(trainer.state().steps()).isZero();
        }
    }

    @Test
    void stepsLowerTheLoss() {
        try (SequenceTrainer trainer = engine.trainer(folder)) {
            double before = trainer.loss(DATA);
            steps(trainer, 0, 60);
            assertThat(trainer.loss(DATA)).isLessThan(before);
            assertThat(trainer.state().steps()).isEqualTo(60);
        }
    }

    /** Adam's moments, its step and every weight: none may be lost on the way. */
    @Test
    void goesOnFromAStateAsIfNothingHadHappened() {
        TrainingState straight;
        TrainingState half;
        try (SequenceTrainer trainer = engine.trainer(folder)) {
            steps(trainer, 0, 7);
            half = trainer.state();
            steps(trainer, 7, 20);
            straight = trainer.state();
        }
        try (SequenceTrainer other = engine.trainer(folder)) {
            steps(other, 3, 9);
            other.restore(half);
            steps(other, 7, 20);
            TrainingState resumed = other.state();
            assertThat(resumed.weights()).isEqualTo(straight.weights());
            assertThat(resumed.memory()).isEqualTo(straight.memory());
            assertThat(resumed.steps()).isEqualTo(20);
        }
    }

    @Test
    void aServedModelTakesTheWeightsAtOnce() {
        try (SequenceTrainer trainer = engine.trainer(folder);
                SequenceModel model = engine.load(folder)) {
            float[][] before = model.decode(model.encode(DATA.histories()), DATA.known());
            float[] old = trainer.state().weights();
            steps(trainer, 0, 5);
            model.assign(trainer.state().weights());
            assertThat(model.version()).isEqualTo(trainer.version());

            float[][] after = model.decode(model.encode(DATA.histories()), DATA.known());
            PlainLstm plain =
                    new PlainLstm(
                            OPTIONS,
                            Weights.of(trainer.state().weights(), LstmWeights.slots(OPTIONS)));
            double[] expected = plain.decode(plain.encode(DATA.histories()[8]), DATA.known()[8]);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) after[8][i])
                        .isCloseTo(expected[i], org.assertj.core.api.Assertions.within(1e-5));
            }
            model.assign(old);
            assertThat(model.decode(model.encode(DATA.histories()), DATA.known()))
                    .isDeepEqualTo(before);
        }
    }

    @Test
    void refusesWeightsOfAnotherShape() {
        try (SequenceTrainer trainer = engine.trainer(folder);
                SequenceModel model = engine.load(folder)) {
            TrainingState state = trainer.state();
            float[] fewer = Arrays.copyOf(state.weights(), 17);
            String said =
                    "The weights are 17 numbers, the model has %d.\nMaybe they are of a model of another shape."
                            .formatted(state.weights().length);
            assertThatThrownBy(() -> model.assign(fewer)).hasMessage(said);
            assertThatThrownBy(() -> trainer.restore(new TrainingState(0, fewer, state.memory())))
                    .hasMessage(said);
        }
    }

    private static void steps(SequenceTrainer trainer, int from, int to) {
        for (int step = from; step < to; step++) {
            int first = 16 * (step % 12);
            trainer.step(
                    new SequenceTrainingSet(
                            Arrays.copyOfRange(DATA.histories(), first, first + 16),
                            Arrays.copyOfRange(DATA.known(), first, first + 16),
                            Arrays.copyOfRange(DATA.targets(), first, first + 16),
                            new long[16]),
                    0.01);
        }
    }
}
