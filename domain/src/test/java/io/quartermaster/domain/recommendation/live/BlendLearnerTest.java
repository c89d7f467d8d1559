package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlendLearnerTest {

    /** From p = 1 / (1 + exp(-1)) for a click: the error is p - 1, and the first step is 0.1. */
    @Test
    void theFirstStepByHand() {
        BlendLearner learner = new BlendLearner(new BlendWeights(1, 0.5, 0));
        learner.learn(new BlendFeatures(1, 0, 0), true);
        BlendState state = learner.state();
        assertThat(state.weights()).containsExactly(new double[] {0.1, 1.1, 0.5, 0}, within(1e-12));
        double error = 1 / (1 + Math.exp(-1)) - 1;
        assertThat(state.squares()[1]).isCloseTo(error * error, within(1e-15));
        assertThat(state.examples()).isEqualTo(1);
    }

    @Test
    void comesNearToWhatClicksAreDrawnFrom() {
        BlendLearner learner = new BlendLearner(BlendWeights.PRIOR);
        Random random = new Random(6);
        for (int i = 0; i < 100_000; i++) {
            BlendFeatures shown =
                    new BlendFeatures(
                            random.nextDouble(), random.nextDouble(), random.nextDouble());
            double sum = -2 + 2 * shown.neighbours() + shown.content() + 4 * shown.popularity();
            learner.learn(shown, random.nextDouble() < 1 / (1 + Math.exp(-sum)));
        }
        assertThat(learner.weights().neighbours()).isEqualTo(1);
        assertThat(learner.weights().content()).isCloseTo(0.5, within(0.1));
        assertThat(learner.weights().popularity()).isCloseTo(2, within(0.2));
    }

    @Test
    void noPartSpeaksAgainstAnItem() {
        BlendLearner learner = new BlendLearner(BlendWeights.PRIOR);
        for (int i = 0; i < 1_000; i++) {
            learner.learn(new BlendFeatures(0, 0, 1), false);
        }
        assertThat(learner.weights()).isEqualTo(new BlendWeights(1, 0.1, 0));
    }

    @Test
    void goesOnFromAStateBitForBit() {
        BlendLearner whole = new BlendLearner(BlendWeights.PRIOR);
        BlendLearner parted = new BlendLearner(BlendWeights.PRIOR);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            BlendFeatures shown =
                    new BlendFeatures(
                            random.nextDouble(), random.nextDouble(), random.nextDouble());
            boolean clicked = random.nextBoolean();
            whole.learn(shown, clicked);
            parted.learn(shown, clicked);
            parted = new BlendLearner(parted.state());
        }
        assertThat(parted.state().weights()).isEqualTo(whole.state().weights());
    }
}
