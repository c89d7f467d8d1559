package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.types.TFloat32;

/** Each rule against its formula, written out, over steps down the slope of w squared. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class OptimiserTest {

    private static final List<Weights.Slot> ONE = List.of(new Weights.Slot("w", 1));
    private static final double RATE = 0.1;

    @BeforeAll
    static void load() {
        TensorflowLibrary.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "adagrad", "rmsprop", "adam"})
    void stepsAsItsFormulaSays(String name) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            Ops tf = Ops.create(graph);
            WeightVariables weights = new WeightVariables(tf, ONE);
            Optimiser optimiser = new Optimiser(tf, name, ONE);
            Operand<TFloat32> slope = tf.math.mul(weights.get(0), tf.constant(2f));
            NoOp step = optimiser.step(weights.all(), List.of(tf.identity(slope)));
            weights.assign(session, new Weights(List.of(new float[] {3})));
            optimiser.start(session);
            double[] state = {3, name.equals("adagrad") ? 0.1 : 0, 0};
            for (int number = 0; number < 20; number++) {
                optimiser.run(
                        number,
                        RATE,
                        session.runner()
                                .fetch(tf.reduceSum(slope, tf.constant(0)))
                                .addTarget(step));
                formula(name, state, number + 1);
                assertThat((double) weights.read(session).value(0)[0])
                        .as("step %d", number)
                        .isCloseTo(state[0], within(1e-5));
            }
        }
    }

    /** w and up to two numbers that the rule keeps. */
    private static void formula(String name, double[] state, int step) {
        double g = 2 * state[0];
        switch (name) {
            case "sgd" -> state[0] -= RATE * g;
            case "momentum" -> {
                state[1] = 0.9 * state[1] + g;
                state[0] -= RATE * state[1];
            }
            case "adagrad" -> {
                state[1] += g * g;
                state[0] -= RATE * g / Math.sqrt(state[1]);
            }
            case "rmsprop" -> {
                state[1] = 0.9 * state[1] + 0.1 * g * g;
                state[0] -= RATE * g / Math.sqrt(state[1] + 1e-7);
            }
            default -> {
                state[1] = 0.9 * state[1] + 0.1 * g;
                state[2] = 0.999 * state[2] + 0.001 * g * g;
                double m = state[1] / (1 - Math.pow(0.9, step));
                double v = state[2] / (1 - Math.pow(0.999, step));
                state[0] -= RATE * m / (Math.sqrt(v) + 1e-7);
            }
        }
    }

    @Test
    void remembersAsManyNumbersAsItsFormulaHas() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            assertThat(new Optimiser(tf, "adam", ONE).memory().size()).isEqualTo(2);
            assertThat(new Optimiser(tf, "sgd", ONE).memory().size()).isZero();
        }
    }
}
