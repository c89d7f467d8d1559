package io.quartermaster.engines.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Steps of Adam (Kingma and Ba 2015) or of plain gradient descent, as operations of a graph.
 *
 * <p>Adam's memory is variables; its powers of the decay rates are fed, so that a step is a
 * function of its number.
 */
final class Optimiser {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    private final Ops tf;
    private final boolean adam;
    private final Placeholder<TFloat32> learningRate;
    private final Placeholder<TFloat32> beta1Power;
    private final Placeholder<TFloat32> beta2Power;
    private final List<Assign<TFloat32>> starts = new ArrayList<>();

    /**
     * @param name adam or sgd
     */
    Optimiser(Ops tf, String name) {
        this.tf = tf;
        this.adam = name.equals("adam");
        learningRate = scalar("learning_rate");
        beta1Power = scalar("beta1_power");
        beta2Power = scalar("beta2_power");
    }

    /** Refuses a name that is not one of adam, sgd. */
    static void check(String name) {
        if (!name.equals("adam") && !name.equals("sgd")) {
            throw new IllegalArgumentException(
                    "The optimizer (%s) is not known.\nMaybe one of: adam, sgd.".formatted(name));
        }
    }

    private Placeholder<TFloat32> scalar(String name) {
        return tf.withName(name).placeholder(TFloat32.class);
    }

    /** The operation that takes one step along the gradients. */
    NoOp step(List<Variable<TFloat32>> variables, List<? extends Operand<TFloat32>> gradients) {
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            updates.add(update(variables.get(i), gradients.get(i)));
        }
        return tf.withControlDependencies(updates).noOp();
    }

    private Op update(Variable<TFloat32> variable, Operand<TFloat32> gradient) {
        if (!adam) {
            return tf.train.applyGradientDescent(variable, learningRate, gradient);
        }
        return tf.train.applyAdam(
                variable,
                memory(variable),
                memory(variable),
                beta1Power,
                beta2Power,
                learningRate,
                tf.constant(BETA1),
                tf.constant(BETA2),
                tf.constant(EPSILON),
                gradient);
    }

    private Variable<TFloat32> memory(Variable<TFloat32> of) {
        Variable<TFloat32> memory = tf.variable(of.shape(), TFloat32.class);
        Operand<TFloat32> zeros = tf.zeros(tf.constant(of.shape().asArray()), TFloat32.class);
        starts.add(tf.assign(memory, zeros));
        return memory;
    }

    /** Sets the memory to zero; to be run once, before the first step. */
    void start(Session session) {
        starts.forEach(start -> session.run(start));
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
