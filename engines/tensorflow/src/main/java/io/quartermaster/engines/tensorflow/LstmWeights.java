package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of the LSTM.
 *
 * <pre>
 * gates    [inputs + hidden, 4 hidden]  input, forget, cell and output gate of the first layer
 * gateBias [4 hidden]
 * gates1, gateBias1, …                  the same of each further layer, whose inputs are hidden ones
 * context  [hidden, horizon * width]    what each step of the horizon takes from h
 * known    [knownInputs, width]         what it takes from its known covariates, shared by all steps
 * static   [staticInputs, width]        what it takes from the series itself
 * bias     [width]
 * output   [width, heads]               heads: the mean, the quantiles, then the dispersion
 * direct   [hidden, horizon * heads]    a linear path from h
 * last     [heads]
 * </pre>
 *
 * <p>A linear output has the last two only; known and static are there where such inputs are.
 */
final class LstmWeights {

    /** Width of the decoder's hidden layer, for each step of the horizon. */
    static final int DECODER_WIDTH = 16;

    static final String CONTEXT = "context";
    static final String KNOWN = "known";
    static final String STATIC = "static";
    static final String BIAS = "bias";
    static final String OUTPUT = "output";
    static final String DIRECT = "direct";
    static final String LAST = "last";

    private LstmWeights() {}

    static String gates(int layer) {
        return layer == 0 ? "gates" : "gates" + layer;
    }

    static String gateBias(int layer) {
        return layer == 0 ? "gate_bias" : "gate_bias" + layer;
    }

    /** Inputs of a layer. */
    static int inputs(SequenceShape shape, int layer) {
        return layer == 0 ? shape.inputs() : shape.hidden();
    }

    /** The tensors of a model of this shape. */
    static List<Weights.Slot> slots(SequenceModelOptions options) {
        SequenceShape shape = options.shape();
        int hidden = shape.hidden();
        List<Weights.Slot> slots = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            slots.add(new Weights.Slot(gates(layer), inputs(shape, layer) + hidden, 4L * hidden));
            slots.add(new Weights.Slot(gateBias(layer), 4L * hidden));
        }
        int heads = heads(options);
        if (shape.isDeep()) {
            addDeep(slots, shape, heads);
        }
        slots.add(new Weights.Slot(DIRECT, hidden, (long) shape.horizon() * heads));
        slots.add(new Weights.Slot(LAST, heads));
        return slots;
    }

    private static void addDeep(List<Weights.Slot> slots, SequenceShape shape, int heads) {
        long wide = (long) shape.horizon() * DECODER_WIDTH;
        slots.add(new Weights.Slot(CONTEXT, shape.hidden(), wide));
        if (shape.knownInputs() > 0) {
            slots.add(new Weights.Slot(KNOWN, shape.knownInputs(), DECODER_WIDTH));
        }
        if (shape.staticInputs() > 0) {
            slots.add(new Weights.Slot(STATIC, shape.staticInputs(), DECODER_WIDTH));
        }
        slots.add(new Weights.Slot(BIAS, DECODER_WIDTH));
        slots.add(new Weights.Slot(OUTPUT, DECODER_WIDTH, heads));
    }

    /**
     * Numbers the decoder makes for each step: mean, quantiles, dispersion, which only counts use
     * and a linear output has for counts alone.
     */
    static int heads(SequenceModelOptions options) {
        boolean isSpread = options.shape().isDeep() || isCount(options);
        return 1 + options.quantiles().length + (isSpread ? 1 : 0);
    }

    static boolean isCount(SequenceModelOptions options) {
        return TrainingLoss.of(options.training().loss()) == TrainingLoss.NEGATIVE_BINOMIAL;
    }

    /** Glorot's start; the forget gates' biases are 1, so that a young model remembers. */
    static Weights initial(SequenceModelOptions options) {
        List<float[]> values = Weights.glorot(slots(options), options.training().seed());
        int hidden = options.hidden();
        for (int layer = 0; layer < options.shape().layers(); layer++) {
            float[] gateBias = values.get(2 * layer + 1);
            for (int unit = 0; unit < hidden; unit++) {
                gateBias[LstmGraph.FORGET_GATE * hidden + unit] = 1f;
            }
        }
        return new Weights(values);
    }
}
