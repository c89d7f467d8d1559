package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.domain.text.LogisticCurve;
import java.util.ArrayList;
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
 * The ranker as a TensorFlow graph: hidden layers with ReLU.
 *
 * <pre>
 * x = (features - mean) / deviation
 * x = relu(x W + b)                     of each hidden layer
 * raw = x W + b
 * score = raw labelDeviation + labelMean     by squared error
 * score = 1 / (1 + exp(-(slope raw + offset)))   by logistic loss
 * </pre>
 *
 * <p>Shapes: features [rows, n], W [from, to], raw and score [rows, 1].
 */
final class RankerGraph {

    /** Signature that scores rows. */
    static final String SCORE = "score";

    private final Ops tf;
    private final WeightVariables weights;
    private final RankerLoss loss;
    private final Standardisation label;

    final Placeholder<TFloat32> features;

    /** What the last layer gives. */
    final Operand<TFloat32> raw;

    RankerGraph(
            Graph graph,
            List<Integer> hidden,
            RankerLoss loss,
            Standardisation inputs,
            Standardisation label) {
        this.tf = Ops.create(graph);
        this.loss = loss;
        this.label = label;
        int width = inputs.means().length;
        this.weights = new WeightVariables(tf, slots(width, hidden));
        features =
                tf.withName("features")
                        .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, width)));
        Operand<TFloat32> at =
                tf.math.div(
                        tf.math.sub(features, tf.constant(inputs.means())),
                        tf.constant(inputs.deviations()));
        for (int layer = 0; layer < hidden.size(); layer++) {
            at = tf.nn.relu(dense(at, layer));
        }
        raw = dense(at, hidden.size());
    }

    private Operand<TFloat32> dense(Operand<TFloat32> of, int layer) {
        return tf.math.add(
                tf.linalg.matMul(of, weights.get(2 * layer)), weights.get(2 * layer + 1));
    }

    /** The tensors of a model of this shape: a matrix and a row of biases for each layer. */
    static List<Weights.Slot> slots(int inputs, List<Integer> hidden) {
        List<Weights.Slot> slots = new ArrayList<>();
        int from = inputs;
        for (int layer = 0; layer <= hidden.size(); layer++) {
            int to = layer == hidden.size() ? 1 : hidden.get(layer);
            slots.add(new Weights.Slot("layer_" + layer, from, to));
            slots.add(new Weights.Slot("bias_" + layer, to));
            from = to;
        }
        return slots;
    }

    WeightVariables weights() {
        return weights;
    }

    /** Scores, where they are chances by a curve. */
    Signature serving(LogisticCurve curve) {
        Operand<TFloat32> scores =
                loss == RankerLoss.LOGISTIC
                        ? tf.math.sigmoid(line(raw, curve.slope(), curve.offset()))
                        : line(raw, label.deviations()[0], label.means()[0]);
        return Signature.builder(SCORE)
                .input("features", features)
                .output("score", tf.withName("score").identity(scores))
                .build();
    }

    private Operand<TFloat32> line(Operand<TFloat32> of, double slope, double offset) {
        return tf.math.add(
                tf.math.mul(of, tf.constant((float) slope)), tf.constant((float) offset));
    }

    /** What training adds to a graph. */
    static final class Training {

        final Placeholder<TFloat32> labels;

        /** Mean squared error in the label's unit, squared, or mean log loss. */
        final Operand<TFloat32> loss;

        final Optimiser optimiser;

        /** One step of the optimiser. */
        final NoOp step;

        Training(Graph graph, RankerGraph model, String optimizer) {
            Ops tf = model.tf;
            labels =
                    tf.withName("labels")
                            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
            Operand<TFloat32> mean =
                    tf.math.mean(
                            model.loss == RankerLoss.LOGISTIC
                                    ? logLoss(tf, model.raw)
                                    : squaredError(tf, model),
                            tf.constant(new int[] {0, 1}));
            float deviation = model.label.deviations()[0];
            loss =
                    model.loss == RankerLoss.LOGISTIC
                            ? mean
                            : tf.math.mul(mean, tf.constant(deviation * deviation));
            optimiser = new Optimiser(tf, optimizer, model.weights.slots());
            List<Variable<TFloat32>> variables = model.weights.all();
            step = optimiser.step(variables, gradients(graph, mean, variables));
        }

        private Operand<TFloat32> squaredError(Ops tf, RankerGraph model) {
            Operand<TFloat32> wanted =
                    tf.math.div(
                            tf.math.sub(labels, tf.constant(model.label.means())),
                            tf.constant(model.label.deviations()));
            return tf.math.square(tf.math.sub(wanted, model.raw));
        }

        /** log(1 + exp(raw)) - label raw. */
        private Operand<TFloat32> logLoss(Ops tf, Operand<TFloat32> raw) {
            return tf.math.sub(tf.math.softplus(raw), tf.math.mul(labels, raw));
        }

        @SuppressWarnings("unchecked")
        private static List<Output<TFloat32>> gradients(
                Graph graph, Operand<TFloat32> of, List<Variable<TFloat32>> variables) {
            Output<?>[] at = variables.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
            return List.of((Output<TFloat32>[]) graph.addGradients(of.asOutput(), at));
        }
    }
}
