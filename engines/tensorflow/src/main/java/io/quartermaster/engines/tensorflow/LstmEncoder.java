package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceShape;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.nn.BlockLSTM;
import org.tensorflow.op.nn.BlockLSTMGrad;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Fused LSTM layers over [steps, batch, inputs], and their gradients through time, which no
 * automatic differentiation reaches.
 *
 * <p>Masked steps: the last column of the input is 1 where a history is padded on the left. Its
 * weights are fixed: they shut the input gate, so that c = f c + 0 g stays what it is, which is 0
 * before the first real step. A padded step thus changes neither state nor gradient, to the bit.
 */
final class LstmEncoder {

    /** Far enough below 0 that the sigmoid is 0 in single precision. */
    private static final float SHUT = -1e4f;

    /**
     * One layer's run.
     *
     * @param inputs [steps, batch, inputs of the layer, and the mask if there is one]
     * @param gates the matrix with the mask's row if there is one
     * @param h where it began
     * @param c where it began
     * @param said [steps, batch, hidden]: h, and what the layer below said
     */
    private record Layer(
            Operand<TFloat32> inputs,
            Operand<TFloat32> gates,
            Operand<TFloat32> h,
            Operand<TFloat32> c,
            BlockLSTM<TFloat32> block,
            Operand<TFloat32> said) {}

    private final Ops tf;
    private final SequenceShape shape;
    private final WeightVariables weights;
    private final boolean isMasked;
    private final Operand<TInt64> length;
    private final List<Layer> layers = new ArrayList<>();

    /**
     * @param steps [steps, batch, inputs], with the mask as a further column if masked; else one
     *     step
     * @param states h and c of each layer, each [batch, hidden]
     */
    LstmEncoder(
            Ops tf,
            SequenceShape shape,
            WeightVariables weights,
            boolean isMasked,
            Operand<TFloat32> steps,
            List<Operand<TFloat32>> states) {
        this.tf = tf;
        this.shape = shape;
        this.weights = weights;
        this.isMasked = isMasked;
        this.length = isMasked ? length(steps) : tf.constant(1L);
        Operand<TFloat32> inputs = steps;
        for (int layer = 0; layer < shape.layers(); layer++) {
            Layer run = layer(layer, inputs, states.get(2 * layer), states.get(2 * layer + 1));
            layers.add(run);
            inputs = isMasked ? tf.concat(List.of(run.said(), mask(steps)), axis(2)) : run.said();
        }
    }

    private Layer layer(
            int layer, Operand<TFloat32> inputs, Operand<TFloat32> h, Operand<TFloat32> c) {
        Operand<TFloat32> gates = gates(layer);
        Operand<TFloat32> peephole = noPeephole();
        BlockLSTM<TFloat32> block =
                tf.nn.blockLSTM(
                        length,
                        inputs,
                        c,
                        h,
                        gates,
                        peephole,
                        peephole,
                        peephole,
                        weights.get(LstmWeights.gateBias(layer)),
                        BlockLSTM.cellClip(-1f),
                        BlockLSTM.usePeephole(false));
        Operand<TFloat32> said =
                layer == 0 ? block.h() : tf.math.add(block.h(), layers.get(layer - 1).said());
        return new Layer(inputs, gates, h, c, block, said);
    }

    private Operand<TFloat32> gates(int layer) {
        Operand<TFloat32> gates = weights.get(LstmWeights.gates(layer));
        if (!isMasked) {
            return gates;
        }
        int inputs = LstmWeights.inputs(shape, layer);
        float[][] shut = new float[1][4 * shape.hidden()];
        for (int unit = 0; unit < shape.hidden(); unit++) {
            shut[0][unit] = SHUT;
        }
        return tf.concat(
                List.of(rows(gates, 0, inputs), tf.constant(shut), rows(gates, inputs, -1)),
                axis(0));
    }

    private Operand<TFloat32> rows(Operand<TFloat32> matrix, int from, int count) {
        return tf.slice(
                matrix, tf.constant(new int[] {from, 0}), tf.constant(new int[] {count, -1}));
    }

    private Operand<TFloat32> mask(Operand<TFloat32> steps) {
        return tf.slice(
                steps,
                tf.constant(new int[] {0, 0, shape.inputs()}),
                tf.constant(new int[] {-1, -1, 1}));
    }

    private Operand<org.tensorflow.types.TInt32> axis(int axis) {
        return tf.constant(axis);
    }

    private Operand<TFloat32> noPeephole() {
        return tf.zeros(tf.constant(new int[] {shape.hidden()}), TFloat32.class);
    }

    private Operand<TInt64> length(Operand<TFloat32> steps) {
        Operand<TInt64> dimensions = tf.shape(steps, TInt64.class);
        return tf.squeeze(
                tf.slice(dimensions, tf.constant(new int[] {0}), tf.constant(new int[] {1})));
    }

    /** What the top layer said at the last step: [batch, hidden]. */
    Operand<TFloat32> last() {
        return last(layers.get(layers.size() - 1).said());
    }

    /** The states after the last step, h and c of each layer: each [batch, hidden]. */
    List<Operand<TFloat32>> states() {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (Layer layer : layers) {
            parts.add(last(layer.block().h()));
            parts.add(last(layer.block().cs()));
        }
        return parts;
    }

    /** The last of [steps, batch, hidden] as [batch, hidden]. */
    private Operand<TFloat32> last(Operand<TFloat32> sequence) {
        if (!isMasked) {
            return tf.squeeze(sequence, Squeeze.axis(List.of(0L)));
        }
        Operand<TFloat32> reversed = tf.reverse(sequence, tf.constant(new int[] {0}));
        Operand<TFloat32> first =
                tf.slice(
                        reversed,
                        tf.constant(new int[] {0, 0, 0}),
                        tf.constant(new int[] {1, -1, -1}));
        return tf.reshape(first, tf.constant(new int[] {-1, shape.hidden()}));
    }

    /**
     * Gradients of the gates and their biases, layer by layer, from the gradient at {@link #last}.
     */
    List<Operand<TFloat32>> gradients(Operand<TFloat32> atLast) {
        List<Operand<TFloat32>> all = new ArrayList<>();
        Operand<TFloat32> said = sequence(atLast);
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            Layer run = layers.get(layer);
            BlockLSTMGrad<TFloat32> found = throughTime(layer, run, said);
            all.add(0, found.bGrad());
            all.add(0, withoutMask(found.wGrad(), layer));
            if (layer > 0) {
                said = tf.math.add(said, hidden(found.xGrad()));
            }
        }
        return all;
    }

    /** Zeros for all steps but the last. */
    private Operand<TFloat32> sequence(Operand<TFloat32> atLast) {
        Operand<TFloat32> before =
                tf.slice(
                        tf.zerosLike(layers.get(0).block().h()),
                        tf.constant(new int[] {1, 0, 0}),
                        tf.constant(new int[] {-1, -1, -1}));
        return tf.concat(List.of(before, tf.expandDims(atLast, tf.constant(0))), axis(0));
    }

    private Operand<TFloat32> withoutMask(Operand<TFloat32> gates, int layer) {
        if (!isMasked) {
            return gates;
        }
        int inputs = LstmWeights.inputs(shape, layer);
        return tf.concat(List.of(rows(gates, 0, inputs), rows(gates, inputs + 1, -1)), axis(0));
    }

    private Operand<TFloat32> hidden(Operand<TFloat32> inputs) {
        return tf.slice(
                inputs,
                tf.constant(new int[] {0, 0, 0}),
                tf.constant(new int[] {-1, -1, shape.hidden()}));
    }

    private BlockLSTMGrad<TFloat32> throughTime(int layer, Layer run, Operand<TFloat32> gradient) {
        Operand<TFloat32> peephole = noPeephole();
        BlockLSTM<TFloat32> block = run.block();
        return tf.nn.blockLSTMGrad(
                length,
                run.inputs(),
                run.c(),
                run.h(),
                run.gates(),
                peephole,
                peephole,
                peephole,
                weights.get(LstmWeights.gateBias(layer)),
                block.i(),
                block.cs(),
                block.f(),
                block.o(),
                block.ci(),
                block.co(),
                block.h(),
                tf.zerosLike(block.h()),
                gradient,
                false);
    }
}
