package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * The model as a TensorFlow graph: an encoder that carries a state over steps, a decoder that reads
 * the forecast of the whole horizon from the state.
 *
 * <pre>
 * layer    i, f, o = sigmoid, g = tanh of [x, h] gates + gateBias;  c = f c + i g;  h = o tanh(c)
 *          the next layer's x is h, and from the second on h + x: what the layer says
 * decoder  z_s = relu(h context_s + k_s known + static + bias);  r_s = z_s output + h direct_s + last
 *          mean_s = r_s0;  q_s1 = r_s1;  q_sj = q_s(j-1) + softplus(r_sj), so quantiles ascend
 * </pre>
 *
 * <p>Shapes: steps [steps, batch, inputs], states [batch, stateSize], known [batch, aheadSize],
 * forecast [batch, horizon * (1 + quantiles)]. A linear output has no z.
 */
final class LstmGraph {

    /** Signature that makes states from histories, the mask as their last column. */
    static final String ENCODE = "encode";

    /** Signature that carries states over steps. */
    static final String ADVANCE = "advance";

    /** Signature that reads the forecast from states. */
    static final String DECODE = "decode";

    /** Signature that replaces all weights, given as one row. */
    static final String ASSIGN = "assign";

    /** The fused kernel's gates lie in the order input, forget, cell, output. */
    static final int FORGET_GATE = 1;

    private final SequenceModelOptions options;
    private final SequenceShape shape;
    private final Ops tf;
    private final WeightVariables weights;

    LstmGraph(Graph graph, SequenceModelOptions options) {
        this.options = options;
        this.shape = options.shape();
        this.tf = Ops.create(graph);
        this.weights = new WeightVariables(tf, LstmWeights.slots(options));
    }

    Ops tf() {
        return tf;
    }

    WeightVariables weights() {
        return weights;
    }

    /** An input of the graph; -1 is a free dimension. */
    Placeholder<TFloat32> input(String name, long... dimensions) {
        return tf.withName(name)
                .placeholder(TFloat32.class, Placeholder.shape(Shape.of(dimensions)));
    }

    /** Histories with their mask: [steps, batch, inputs + 1]. */
    Placeholder<TFloat32> histories(String name) {
        return input(name, -1, -1, shape.inputs() + 1L);
    }

    /** What is known ahead: [batch, aheadSize], one column of nothing if there is none. */
    Placeholder<TFloat32> ahead(String name) {
        return input(name, -1, Math.max(1, shape.aheadSize()));
    }

    /** The encoder over histories with their mask, from a zero state. */
    LstmEncoder encoder(Operand<TFloat32> histories) {
        Operand<TFloat32> first =
                tf.slice(
                        histories,
                        tf.constant(new int[] {0, 0, 0}),
                        tf.constant(new int[] {1, -1, 1}));
        Operand<TFloat32> column = tf.reshape(first, tf.constant(new int[] {-1, 1}));
        Operand<TFloat32> zero =
                tf.tile(tf.zerosLike(column), tf.constant(new int[] {1, shape.hidden()}));
        return new LstmEncoder(
                tf, shape, weights, true, histories, Collections.nCopies(2 * shape.layers(), zero));
    }

    /** Raw numbers of each step: [batch, horizon, heads]. */
    Operand<TFloat32> heads(Operand<TFloat32> h, Operand<TFloat32> known) {
        int heads = LstmWeights.heads(options);
        Operand<TFloat32> direct =
                cube(tf.linalg.matMul(h, weights.get(LstmWeights.DIRECT)), heads);
        Operand<TFloat32> last = weights.get(LstmWeights.LAST);
        if (!shape.isDeep()) {
            return tf.math.add(direct, last);
        }
        Operand<TFloat32> hidden =
                tf.nn.relu(tf.math.add(context(h, known), weights.get(LstmWeights.BIAS)));
        Operand<TFloat32> shared =
                tf.math.add(tf.linalg.matMul(hidden, weights.get(LstmWeights.OUTPUT)), last);
        return tf.math.add(cube(shared, heads), direct);
    }

    private Operand<TFloat32> cube(Operand<TFloat32> values, int width) {
        return tf.reshape(values, tf.constant(new int[] {-1, shape.horizon(), width}));
    }

    /** What each step of each series' horizon takes in: [batch * horizon, width]. */
    private Operand<TFloat32> context(Operand<TFloat32> h, Operand<TFloat32> ahead) {
        int width = LstmWeights.DECODER_WIDTH;
        int known = shape.horizon() * shape.knownInputs();
        Operand<TFloat32> context = tf.linalg.matMul(h, weights.get(LstmWeights.CONTEXT));
        if (shape.staticInputs() > 0) {
            Operand<TFloat32> series =
                    tf.linalg.matMul(
                            columns(ahead, known, shape.staticInputs()),
                            weights.get(LstmWeights.STATIC));
            Operand<TFloat32> row = tf.reshape(series, tf.constant(new int[] {-1, 1, width}));
            context = tf.math.add(cube(context, width), row);
        }
        Operand<TFloat32> rows = tf.reshape(context, tf.constant(new int[] {-1, width}));
        if (shape.knownInputs() == 0) {
            return rows;
        }
        Operand<TFloat32> steps = shape.staticInputs() > 0 ? columns(ahead, 0, known) : ahead;
        Operand<TFloat32> inputs =
                tf.reshape(steps, tf.constant(new int[] {-1, shape.knownInputs()}));
        return tf.math.add(rows, tf.linalg.matMul(inputs, weights.get(LstmWeights.KNOWN)));
    }

    private Operand<TFloat32> columns(Operand<TFloat32> table, int from, int count) {
        return tf.slice(
                table, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
    }

    /** One of the heads: [batch, horizon, 1]. */
    Operand<TFloat32> head(Operand<TFloat32> heads, int index) {
        return tf.slice(
                heads,
                tf.constant(new int[] {0, 0, index}),
                tf.constant(new int[] {-1, shape.horizon(), 1}));
    }

    /** The mean: [batch, horizon, 1]; positive under the negative binomial loss. */
    Operand<TFloat32> mean(Operand<TFloat32> heads) {
        Operand<TFloat32> raw = head(heads, 0);
        return LstmWeights.isCount(options) ? tf.math.softplus(raw) : raw;
    }

    /** The quantiles in ascending order, each [batch, horizon, 1]. */
    List<Operand<TFloat32>> quantiles(Operand<TFloat32> heads) {
        List<Operand<TFloat32>> quantiles = new ArrayList<>();
        for (int level = 0; level < options.quantiles().length; level++) {
            Operand<TFloat32> raw = head(heads, 1 + level);
            quantiles.add(
                    level == 0
                            ? raw
                            : tf.math.add(quantiles.get(level - 1), tf.math.softplus(raw)));
        }
        return quantiles;
    }

    /** Adds the serving functions and says how they are called. */
    Signature[] serving() {
        Placeholder<TFloat32> states = input("states", -1, shape.stateSize());
        return new Signature[] {encode(), advance(states), decode(states), assign()};
    }

    private Signature encode() {
        Placeholder<TFloat32> histories = histories("histories");
        return Signature.builder(ENCODE)
                .input("histories", histories)
                .output("encoded", encoder(histories).states())
                .build();
    }

    private Signature advance(Placeholder<TFloat32> states) {
        Placeholder<TFloat32> steps = input("steps", -1, -1, shape.inputs());
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int part = 0; part < 2 * shape.layers(); part++) {
            parts.add(columns(states, part * shape.hidden(), shape.hidden()));
        }
        LstmEncoder encoder = new LstmEncoder(tf, shape, weights, false, steps, parts);
        return Signature.builder(ADVANCE)
                .input("states", states)
                .input("steps", steps)
                .output("advanced", encoder.states())
                .build();
    }

    private Signature decode(Placeholder<TFloat32> states) {
        Placeholder<TFloat32> known = ahead("known");
        Operand<TFloat32> said = columns(states, 0, shape.hidden());
        for (int layer = 1; layer < shape.layers(); layer++) {
            said = tf.math.add(said, columns(states, 2 * layer * shape.hidden(), shape.hidden()));
        }
        Operand<TFloat32> heads = heads(said, known);
        List<Operand<TFloat32>> numbers = new ArrayList<>();
        numbers.add(mean(heads));
        numbers.addAll(quantiles(heads));
        int width = shape.horizon() * numbers.size();
        Operand<TFloat32> forecast =
                tf.reshape(joined(numbers), tf.constant(new int[] {-1, width}));
        return Signature.builder(DECODE)
                .input("known", known)
                .input("states", states)
                .output("forecast", withKnown(forecast, known))
                .build();
    }

    private Operand<TFloat32> joined(List<Operand<TFloat32>> numbers) {
        return numbers.size() == 1 ? numbers.get(0) : tf.concat(numbers, tf.constant(2));
    }

    /** A model without covariates still takes one column, and multiplies it by 0. */
    private Operand<TFloat32> withKnown(Operand<TFloat32> forecast, Operand<TFloat32> known) {
        if (shape.aheadSize() > 0) {
            return forecast;
        }
        Operand<TFloat32> sum =
                tf.reduceSum(known, tf.constant(new int[] {1}), ReduceSum.keepDims(true));
        return tf.math.add(forecast, tf.math.mul(sum, tf.constant(0f)));
    }

    private Signature assign() {
        Placeholder<TFloat32> row = input("weights", weights.size());
        return Signature.builder(ASSIGN)
                .input("weights", row)
                .output("assigned", weights.assignFrom(tf, row))
                .build();
    }
}
