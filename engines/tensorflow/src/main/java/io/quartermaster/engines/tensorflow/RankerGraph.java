package io.quartermaster.engines.tensorflow;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The ranker as a TensorFlow graph: one hidden layer.
 *
 * <pre>
 * z = (features - mean) / deviation
 * score = (relu(z first + firstBias) second + secondBias) labelDeviation + labelMean
 * </pre>
 *
 * <p>Shapes: features [rows, n], first [n, hidden], second [hidden, 1], score [rows, 1].
 */
final class RankerGraph {

    /** Signature that scores rows. */
    static final String SCORE = "score";

    private final Ops tf;
    private final WeightVariables weights;
    private final Standardisation label;
    private final Operand<TFloat32> standardised;

    final Placeholder<TFloat32> features;
    final Operand<TFloat32> scores;

    RankerGraph(Graph graph, int hidden, Standardisation inputs, Standardisation label) {
        this.tf = Ops.create(graph);
        this.label = label;
        int width = inputs.means().length;
        this.weights = new WeightVariables(tf, slots(width, hidden));
        features =
                tf.withName("features")
                        .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, width)));
        Operand<TFloat32> z =
                tf.math.div(
                        tf.math.sub(features, tf.constant(inputs.means())),
                        tf.constant(inputs.deviations()));
        Operand<TFloat32> layer =
                tf.nn.relu(tf.math.add(tf.linalg.matMul(z, weights.get(0)), weights.get(1)));
        standardised = tf.math.add(tf.linalg.matMul(layer, weights.get(2)), weights.get(3));
        scores =
                tf.math.add(
                        tf.math.mul(standardised, tf.constant(label.deviations())),
                        tf.constant(label.means()));
    }

    /** The tensors of a model of this shape. */
    static List<Weights.Slot> slots(int inputs, int hidden) {
        return List.of(
                new Weights.Slot("first", inputs, hidden),
                new Weights.Slot("first_bias", hidden),
                new Weights.Slot("second", hidden, 1),
                new Weights.Slot("second_bias", 1));
    }

    WeightVariables weights() {
        return weights;
    }

    Signature serving() {
        return Signature.builder(SCORE)
                .input("features", features)
                .output("score", tf.withName("score").identity(scores))
                .build();
    }

    /** What training adds to a graph. */
    static final class Training {

        final Placeholder<TFloat32> labels;

        /** Mean squared error in the label's unit, squared. */
        final Operand<TFloat32> loss;

        final Optimiser optimiser;

        /** One step of the optimiser. */
        final NoOp step;

        Training(Graph graph, RankerGraph model, String optimizer) {
            Ops tf = model.tf;
            labels =
                    tf.withName("labels")
                            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
            Operand<TFloat32> wanted =
                    tf.math.div(
                            tf.math.sub(labels, tf.constant(model.label.means())),
                            tf.constant(model.label.deviations()));
            Operand<TFloat32> error = tf.math.square(tf.math.sub(wanted, model.standardised));
            Operand<TFloat32> mean = tf.math.mean(error, tf.constant(new int[] {0, 1}));
            float deviation = model.label.deviations()[0];
            loss = tf.math.mul(mean, tf.constant(deviation * deviation));
            optimiser = new Optimiser(tf, optimizer, model.weights.slots());
            List<Variable<TFloat32>> variables = model.weights.all();
            step = optimiser.step(variables, gradients(graph, mean, variables));
        }

        @SuppressWarnings("unchecked")
        private static List<Output<TFloat32>> gradients(
                Graph graph, Operand<TFloat32> of, List<Variable<TFloat32>> variables) {
            Output<?>[] at = variables.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
            return List.of((Output<TFloat32>[]) graph.addGradients(of.asOutput(), at));
        }
    }
}
