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
import org.tensorflow.types.TFloat32;

/**
 * The model as a TensorFlow graph: an encoder that carries a state over steps, a decoder that reads
 * the forecast of the whole horizon from the state.
 *
 * <pre>
 * layer    i, f, o = sigmoid, g = tanh of [x, h] gates + gateBias;  c = f c + i g;  h = o tanh(c)
 *          the next layer's x is h, and from the second on h + x: what the layer says
 * decoder  z_s = relu([h, v] context_s + k_s known);  r_s = z_s output + h direct_s
 *          mean_s = r_s0;  q_s1 = r_s1;  q_sj = q_s(j-1) + softplus(r_sj), so quantiles ascend
 * </pre>
 *
 * <p>v: what is known of the series; k: what is known of the step, and a 1. Shapes: histories
 * [steps, batch, inputs + 1], h and c of each layer [batch, hidden], r [batch, horizon, heads]. A
 * linear output has no z: r_s = h direct_s + last.
 */
final class LstmGraph {

    /** Signature that makes states from histories, the mask as their last column. */
    static final String ENCODE = "encode";

    /** Signature that carries states one step. */
    static final String ADVANCE = "advance";

    /** Signature that reads the forecast from states. */
    static final String DECODE = "decode";

    /** Signature that carries states one step and reads the forecast from them. */
    static final String ADVANCE_DECODE = "advance_decode";

    /** Signature that replaces all weights, given as one row. */
    static final String ASSIGN = "assign";

    /**
     * What is known ahead, as {@link AheadRows} has it.
     *
     * @param steps of each step of the horizon: [batch, stepsWidth]
     * @param series of the series: [batch, staticInputs]
     */
    record Ahead(Placeholder<TFloat32> steps, Placeholder<TFloat32> series) {}

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

    /** What is known ahead. */
    Ahead ahead() {
        return new Ahead(
                input("steps", -1, AheadRows.stepsWidth(shape)),
                input("series", -1, shape.staticInputs()));
    }

    /** Name of a part of the states: h0 and c0 of the first layer, h1 and c1 of the next. */
    static String part(int part) {
        return (part % 2 == 0 ? "h" : "c") + part / 2;
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

    /**
     * Raw numbers of each step: [batch, horizon, heads].
     *
     * <p>What is added to a product of matrices never follows it at once: oneDNN's kernel for both
     * together takes five times as long for matrices as narrow as these.
     */
    Operand<TFloat32> heads(Operand<TFloat32> h, Ahead ahead) {
        int heads = LstmWeights.heads(options);
        Operand<TFloat32> direct =
                rows(tf.linalg.matMul(h, weights.get(LstmWeights.DIRECT)), heads);
        Operand<TFloat32> raw =
                shape.isDeep()
                        ? tf.math.add(
                                tf.linalg.matMul(hidden(h, ahead), weights.get(LstmWeights.OUTPUT)),
                                direct)
                        : tf.math.add(direct, weights.get(LstmWeights.LAST));
        return tf.reshape(raw, tf.constant(new int[] {-1, shape.horizon(), heads}));
    }

    private Operand<TFloat32> rows(Operand<TFloat32> values, int width) {
        return tf.reshape(values, tf.constant(new int[] {-1, width}));
    }

    /** The hidden layer of each step of each series' horizon: [batch * horizon, width]. */
    private Operand<TFloat32> hidden(Operand<TFloat32> h, Ahead ahead) {
        Operand<TFloat32> own =
                shape.staticInputs() > 0
                        ? tf.concat(List.of(h, ahead.series()), tf.constant(1))
                        : h;
        Operand<TFloat32> context = tf.linalg.matMul(own, weights.get(LstmWeights.CONTEXT));
        Operand<TFloat32> each =
                tf.linalg.matMul(
                        rows(ahead.steps(), AheadRows.stepWidth(shape)),
                        weights.get(LstmWeights.KNOWN));
        return tf.nn.relu(tf.math.add(rows(context, LstmWeights.DECODER_WIDTH), each));
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
        List<Operand<TFloat32>> states = new ArrayList<>();
        for (int part = 0; part < 2 * shape.layers(); part++) {
            states.add(input(part(part), -1, shape.hidden()));
        }
        Placeholder<TFloat32> step = input("step", -1, shape.inputs());
        Ahead ahead = ahead();
        Placeholder<TFloat32> histories = histories("histories");
        LstmEncoder next =
                new LstmEncoder(
                        tf, shape, weights, false, tf.expandDims(step, tf.constant(0)), states);
        Signature.Builder advance = from(signature(ADVANCE), states).input("step", step);
        Signature.Builder decode = from(signature(DECODE), states);
        Signature.Builder both = from(signature(ADVANCE_DECODE), states).input("step", step);
        return new Signature[] {
            to(signature(ENCODE).input("histories", histories), encoder(histories).states())
                    .build(),
            to(advance, next.states()).build(),
            decoding(decode, ahead, said(states)).build(),
            to(decoding(both, ahead, next.last()), next.states()).build(),
            assign()
        };
    }

    private static Signature.Builder signature(String name) {
        return Signature.builder(name);
    }

    private static Signature.Builder from(
            Signature.Builder signature, List<Operand<TFloat32>> states) {
        for (int part = 0; part < states.size(); part++) {
            signature.input(part(part), states.get(part));
        }
        return signature;
    }

    private static Signature.Builder to(
            Signature.Builder signature, List<Operand<TFloat32>> states) {
        for (int part = 0; part < states.size(); part++) {
            signature.output(part(part), states.get(part));
        }
        return signature;
    }

    /** What the top layer says of states. */
    private Operand<TFloat32> said(List<Operand<TFloat32>> states) {
        Operand<TFloat32> said = states.get(0);
        for (int layer = 1; layer < shape.layers(); layer++) {
            said = tf.math.add(said, states.get(2 * layer));
        }
        return said;
    }

    /** The heads and softplus of those that need it; {@link DecodedHeads} puts them together. */
    private Signature.Builder decoding(
            Signature.Builder signature, Ahead ahead, Operand<TFloat32> said) {
        Operand<TFloat32> heads = heads(said, ahead);
        signature.output("heads", heads);
        if (shape.isDeep()) {
            signature.input("steps", ahead.steps());
        }
        if (shape.staticInputs() > 0) {
            signature.input("series", ahead.series());
        }
        DecodedHeads decoded = new DecodedHeads(options);
        if (decoded.risers() > 0) {
            Operand<TFloat32> raw =
                    tf.slice(
                            heads,
                            tf.constant(new int[] {0, 0, decoded.firstRiser()}),
                            tf.constant(new int[] {-1, -1, decoded.risers()}));
            signature.output("rises", tf.math.softplus(raw));
        }
        return signature;
    }

    private Signature assign() {
        Placeholder<TFloat32> row = input("weights", weights.size());
        return signature(ASSIGN)
                .input("weights", row)
                .output("assigned", weights.assignFrom(tf, row))
                .build();
    }
}
