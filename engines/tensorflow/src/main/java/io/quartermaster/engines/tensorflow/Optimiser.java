package io.quartermaster.engines.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Steps along gradients g with learning rate r, as operations of a graph.
 *
 * <pre>
 * sgd       w = w - r g
 * momentum  m = 0.9 m + g;  w = w - r m                                    (Polyak 1964)
 * adagrad   s = s + g^2;  w = w - r g / sqrt(s), s from 0.1                (Duchi et al. 2011)
 * rmsprop   s = 0.9 s + 0.1 g^2;  w = w - r g / sqrt(s + 1e-7)             (Tieleman, Hinton 2012)
 * adam      m, v of g and g^2 by 0.9 and 0.999, without their bias;
 *           w = w - r m / (sqrt(v) + 1e-7)                                 (Kingma and Ba 2015)
 * </pre>
 *
 * <p>What they remember is variables; Adam's powers of the decay rates are fed, so that a step is a
 * function of its number, the weights and the memory.
 */
final class Optimiser {

    /** Names, and the numbers that each keeps of a weight. */
    private static final Map<String, Integer> KINDS =
            new TreeMap<>(Map.of("adam", 2, "sgd", 0, "momentum", 1, "adagrad", 1, "rmsprop", 2));

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-7f;
    private static final float DECAY = 0.9f;
    private static final float ADAGRAD_START = 0.1f;

    private final Ops tf;
    private final String name;
    private final WeightVariables memory;
    private final List<Weights.Slot> weights;
    private final Placeholder<TFloat32> learningRate;
    private final Placeholder<TFloat32> beta1Power;
    private final Placeholder<TFloat32> beta2Power;

    /**
     * @param name one of adam, adagrad, momentum, rmsprop, sgd
     * @param weights the variables that it moves
     */
    Optimiser(Ops tf, String name, List<Weights.Slot> weights) {
        check(name);
        this.tf = tf;
        this.name = name;
        this.weights = List.copyOf(weights);
        this.memory = new WeightVariables(tf, remembered());
        learningRate = scalar("learning_rate");
        beta1Power = scalar("beta1_power");
        beta2Power = scalar("beta2_power");
    }

    /** Refuses a name that is not known. */
    static void check(String name) {
        if (!KINDS.containsKey(name)) {
            throw new IllegalArgumentException(
                    "The optimizer (%s) is not known.\nMaybe one of: %s."
                            .formatted(name, String.join(", ", KINDS.keySet())));
        }
    }

    private List<Weights.Slot> remembered() {
        List<Weights.Slot> slots = new ArrayList<>();
        for (Weights.Slot slot : weights) {
            for (int number = 0; number < KINDS.get(name); number++) {
                slots.add(new Weights.Slot(slot.name() + "_memory" + number, slot.shape()));
            }
        }
        return slots;
    }

    private Placeholder<TFloat32> scalar(String called) {
        return tf.withName(called).placeholder(TFloat32.class);
    }

    /** What it remembers. */
    WeightVariables memory() {
        return memory;
    }

    /** The memory before the first step. */
    Weights blank() {
        List<float[]> values = new ArrayList<>();
        for (Weights.Slot slot : memory.slots()) {
            float[] value = new float[slot.size()];
            if (name.equals("adagrad")) {
                Arrays.fill(value, ADAGRAD_START);
            }
            values.add(value);
        }
        return new Weights(values);
    }

    /** The operation that takes one step along the gradients. */
    NoOp step(List<Variable<TFloat32>> variables, List<? extends Operand<TFloat32>> gradients) {
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            updates.add(update(i, variables.get(i), gradients.get(i)));
        }
        return tf.withControlDependencies(updates).noOp();
    }

    private Op update(int slot, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
        return switch (name) {
            case "adam" -> adam(slot, variable, gradient);
            case "rmsprop" ->
                    tf.train.applyRmsProp(
                            variable,
                            memory.get(2 * slot),
                            memory.get(2 * slot + 1),
                            learningRate,
                            tf.constant(DECAY),
                            tf.constant(0f),
                            tf.constant(EPSILON),
                            gradient);
            case "adagrad" ->
                    tf.train.applyAdagrad(variable, memory.get(slot), learningRate, gradient);
            case "momentum" ->
                    tf.train.applyMomentum(
                            variable, memory.get(slot), learningRate, gradient, tf.constant(DECAY));
            default -> tf.train.applyGradientDescent(variable, learningRate, gradient);
        };
    }

    private Op adam(int slot, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
        return tf.train.applyAdam(
                variable,
                memory.get(2 * slot),
                memory.get(2 * slot + 1),
                beta1Power,
                beta2Power,
                learningRate,
                tf.constant(BETA1),
                tf.constant(BETA2),
                tf.constant(EPSILON),
                gradient);
    }

    /** Makes it forget; to be run once, before the first step. */
    void start(Session session) {
        memory.assign(session, blank());
    }

    /**
     * Runs one step.
     *
     * @param number from 0
     * @param rate learning rate of this step
     * @param runner what is fed, and the target that {@link #step} returned
     * @return what the runner fetches, one scalar
     */
    double run(long number, double rate, Session.Runner runner) {
        try (TFloat32 fedRate = TFloat32.scalarOf((float) rate);
                TFloat32 fed1 = power(BETA1, number);
                TFloat32 fed2 = power(BETA2, number);
                var result =
                        runner.feed(learningRate, fedRate)
                                .feed(beta1Power, fed1)
                                .feed(beta2Power, fed2)
                                .run()) {
            return ((TFloat32) result.get(0)).getFloat();
        }
    }

    private static TFloat32 power(double base, long number) {
        return TFloat32.scalarOf((float) Math.pow(base, number + 1.0));
    }
}
