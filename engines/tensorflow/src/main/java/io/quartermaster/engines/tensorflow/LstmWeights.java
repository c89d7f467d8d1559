package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tensors of the LSTM.
 *
 * <pre>
 * gates    [inputs + hidden, 4 hidden]  input, forget, cell and output gate of the first layer
 * gateBias [4 hidden]
 * gates1, gateBias1, …                  the same of each further layer, whose inputs are hidden ones
 * context  [hidden + staticInputs, horizon * width]  what each step of the horizon takes from h,
 *                                       and from the series itself
 * known    [knownInputs + 1, width]     what it takes from its known covariates, shared by all
 *                                       steps, and from a 1 that follows them: the bias
 * output   [width, heads]               heads: the mean, the quantiles, then a count's dispersion
 * direct   [hidden, horizon * heads]    a linear path from h
 * last     [heads]                      where the linear path is all
 * </pre>
 *
 * <p>A linear output has the last two only, any other all but the last.
 */
final class LstmWeights {

    /** Width of the decoder's hidden layer, for each step of the horizon. */
    static final int DECODER_WIDTH = 16;

    static final String CONTEXT = "context";
    static final String KNOWN = "known";
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
        if (!shape.isDeep()) {
            slots.add(new Weights.Slot(LAST, heads));
        }
        return slots;
    }

    private static void addDeep(List<Weights.Slot> slots, SequenceShape shape, int heads) {
        long wide = (long) shape.horizon() * DECODER_WIDTH;
        slots.add(new Weights.Slot(CONTEXT, shape.hidden() + shape.staticInputs(), wide));
        slots.add(new Weights.Slot(KNOWN, AheadRows.stepWidth(shape), DECODER_WIDTH));
        slots.add(new Weights.Slot(OUTPUT, DECODER_WIDTH, heads));
    }

    /** Numbers the decoder makes for each step: mean, quantiles, and a count's dispersion. */
    static int heads(SequenceModelOptions options) {
        return 1 + options.quantiles().length + (isCount(options) ? 1 : 0);
    }

    static boolean isCount(SequenceModelOptions options) {
        return TrainingLoss.of(options.training().loss()) == TrainingLoss.NEGATIVE_BINOMIAL;
    }

    /** Glorot's start; biases are 0, and the forget gates' 1, so that a young model remembers. */
    static Weights initial(SequenceModelOptions options) {
        List<Weights.Slot> slots = slots(options);
        List<float[]> values = Weights.glorot(slots, options.training().seed());
        int hidden = options.hidden();
        for (int layer = 0; layer < options.shape().layers(); layer++) {
            float[] gateBias = values.get(2 * layer + 1);
            for (int unit = 0; unit < hidden; unit++) {
                gateBias[LstmGraph.FORGET_GATE * hidden + unit] = 1f;
            }
        }
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).name().equals(KNOWN)) {
                float[] known = values.get(slot);
                Arrays.fill(known, known.length - DECODER_WIDTH, known.length, 0);
            }
        }
        return new Weights(values);
    }
}
