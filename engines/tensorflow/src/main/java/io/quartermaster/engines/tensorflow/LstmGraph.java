package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.BlockLSTM;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * The model as a TensorFlow graph: an encoder that carries a state over steps, a decoder that reads
 * the forecast of the whole horizon from the state.
 *
 * <pre>
 * encoder  i, f, o = sigmoid, g = tanh of [x, h] gates + gateBias;  c = f c + i g;  h = o tanh(c)
 * decoder  z_s = relu(h context_s + k_s known + bias);  r_s = z_s output + h direct_s + last
 *          mean_s = r_s0;  q_s1 = r_s1;  q_sj = q_s(j-1) + softplus(r_sj), so quantiles ascend
 * </pre>
 *
 * <p>Shapes: steps [steps, batch, inputs], states [batch, 2 hidden] (h then c), known [batch,
 * horizon * knownInputs], forecast [batch, horizon * (1 + quantiles)].
 */
final class LstmGraph {

    /** Signature that carries states over steps. */
    static final String ADVANCE = "advance";

    /** Signature that reads the forecast from states. */
    static final String DECODE = "decode";

    /** The fused kernel's gates lie in the order input, forget, cell, output. */
    static final int FORGET_GATE = 1;

    private final SequenceModelOptions options;
    private final Ops tf;
    private final WeightVariables weights;

    LstmGraph(Graph graph, SequenceModelOptions options) {
        this.options = options;
        this.tf = Ops.create(graph);
        this.weights = new WeightVariables(tf, LstmWeights.slots(options));
    }

    Ops tf() {
        return tf;
    }

    WeightVariables weights() {
        return weights;
    }

    Variable<TFloat32> gates() {
        return weights.get(0);
    }

    Variable<TFloat32> gateBias() {
        return weights.get(1);
    }

    /** An input of the graph; -1 is a free dimension. */
    Placeholder<TFloat32> input(String name, long... shape) {
        return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    /** The fused encoder over [steps, batch, inputs] from the states h and c. */
    BlockLSTM<TFloat32> encoder(Operand<TFloat32> steps, Operand<TFloat32> h, Operand<TFloat32> c) {
        Operand<TFloat32> peephole = noPeephole();
        return tf.nn.blockLSTM(
                length(steps),
                steps,
                c,
                h,
                gates(),
                peephole,
                peephole,
                peephole,
                gateBias(),
                BlockLSTM.cellClip(-1f),
                BlockLSTM.usePeephole(false));
    }

    Operand<TFloat32> noPeephole() {
        return tf.zeros(tf.constant(new int[] {options.hidden()}), TFloat32.class);
    }

    Operand<TInt64> length(Operand<TFloat32> steps) {
        Operand<TInt64> shape = tf.shape(steps, TInt64.class);
        return tf.squeeze(tf.slice(shape, tf.constant(new int[] {0}), tf.constant(new int[] {1})));
    }

    /** The last of [steps, batch, hidden] as [batch, hidden]. */
    Operand<TFloat32> last(Operand<TFloat32> sequence) {
        Operand<TFloat32> reversed = tf.reverse(sequence, tf.constant(new int[] {0}));
        Operand<TFloat32> first =
                tf.slice(
                        reversed,
                        tf.constant(new int[] {0, 0, 0}),
                        tf.constant(new int[] {1, -1, -1}));
        return tf.reshape(first, tf.constant(new int[] {-1, options.hidden()}));
    }

    /** Raw numbers of each step: [batch, horizon, heads]. */
    Operand<TFloat32> heads(Operand<TFloat32> h, Operand<TFloat32> known) {
        int horizon = options.horizon();
        int heads = LstmWeights.heads(options);
        Operand<TFloat32> context =
                tf.reshape(
                        tf.linalg.matMul(h, weights.get(2)),
                        tf.constant(new int[] {-1, LstmWeights.DECODER_WIDTH}));
        if (options.knownInputs() > 0) {
            Operand<TFloat32> rows =
                    tf.reshape(known, tf.constant(new int[] {-1, options.knownInputs()}));
            context = tf.math.add(context, tf.linalg.matMul(rows, weights.get(3)));
        }
        Operand<TFloat32> hidden = tf.nn.relu(tf.math.add(context, weights.get(4)));
        Operand<TFloat32> shared =
                tf.math.add(tf.linalg.matMul(hidden, weights.get(5)), weights.get(7));
        Operand<TInt32> shape = tf.constant(new int[] {-1, horizon, heads});
        Operand<TFloat32> direct = tf.linalg.matMul(h, weights.get(6));
        return tf.math.add(tf.reshape(shared, shape), tf.reshape(direct, shape));
    }

    /** One of the heads: [batch, horizon, 1]. */
    Operand<TFloat32> head(Operand<TFloat32> heads, int index) {
        return tf.slice(
                heads,
                tf.constant(new int[] {0, 0, index}),
                tf.constant(new int[] {-1, options.horizon(), 1}));
    }

    /** The mean: [batch, horizon, 1]; positive under the negative binomial loss. */
    Operand<TFloat32> mean(Operand<TFloat32> heads) {
        Operand<TFloat32> raw = head(heads, 0);
        return TrainingLoss.of(options.loss()) == TrainingLoss.NEGATIVE_BINOMIAL
                ? tf.math.softplus(raw)
                : raw;
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

    /** Adds the two serving functions and says how they are called. */
    Signature[] serving() {
        int hidden = options.hidden();
        Placeholder<TFloat32> steps = input("steps", -1, -1, options.inputs());
        Placeholder<TFloat32> states = input("states", -1, 2L * hidden);
        BlockLSTM<TFloat32> encoder = encoder(steps, half(states, 0), half(states, hidden));
        Operand<TFloat32> advanced =
                tf.concat(List.of(last(encoder.h()), last(encoder.cs())), tf.constant(1));
        Placeholder<TFloat32> known = input("known", -1, knownWidth());
        Operand<TFloat32> heads = heads(half(states, 0), known);
        List<Operand<TFloat32>> numbers = new ArrayList<>();
        numbers.add(mean(heads));
        numbers.addAll(quantiles(heads));
        int width = options.horizon() * numbers.size();
        Operand<TFloat32> forecast =
                tf.reshape(joined(numbers), tf.constant(new int[] {-1, width}));
        return new Signature[] {
            Signature.builder(ADVANCE)
                    .input("states", states)
                    .input("steps", steps)
                    .output("advanced", advanced)
                    .build(),
            Signature.builder(DECODE)
                    .input("known", known)
                    .input("states", states)
                    .output("forecast", withKnown(forecast, known))
                    .build()
        };
    }

    private Operand<TFloat32> joined(List<Operand<TFloat32>> numbers) {
        return numbers.size() == 1 ? numbers.get(0) : tf.concat(numbers, tf.constant(2));
    }

    /** A model without covariates still takes one column, and multiplies it by 0. */
    private Operand<TFloat32> withKnown(Operand<TFloat32> forecast, Operand<TFloat32> known) {
        if (options.knownInputs() > 0) {
            return forecast;
        }
        Operand<TFloat32> sum =
                tf.reduceSum(known, tf.constant(new int[] {1}), ReduceSum.keepDims(true));
        return tf.math.add(forecast, tf.math.mul(sum, tf.constant(0f)));
    }

    private long knownWidth() {
        return Math.max(1L, (long) options.horizon() * options.knownInputs());
    }

    private Operand<TFloat32> half(Operand<TFloat32> states, int from) {
        return tf.slice(
                states,
                tf.constant(new int[] {0, from}),
                tf.constant(new int[] {-1, options.hidden()}));
    }
}
