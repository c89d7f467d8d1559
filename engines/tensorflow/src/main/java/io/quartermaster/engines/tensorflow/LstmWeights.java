package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of the LSTM.
 *
 * <pre>
 * gates    [inputs + hidden, 4 hidden]  input, forget, cell and output gate of the encoder
 * gateBias [4 hidden]
 * context  [hidden, horizon * width]    what each step of the horizon takes from h
 * known    [knownInputs, width]         what it takes from its known covariates, shared by all steps
 * bias     [width]
 * output   [width, heads]               heads: the mean, then the quantiles, then the dispersion
 * direct   [hidden, horizon * heads]    a linear path from h
 * last     [heads]
 * </pre>
 */
final class LstmWeights {

    /** Width of the decoder's hidden layer, for each step of the horizon. */
    static final int DECODER_WIDTH = 16;

    private LstmWeights() {}

    /** The tensors of a model of this shape. */
    static List<Weights.Slot> slots(SequenceModelOptions options) {
        int hidden = options.hidden();
        int heads = heads(options);
        List<Weights.Slot> slots = new ArrayList<>();
        slots.add(new Weights.Slot("gates", options.inputs() + hidden, 4L * hidden));
        slots.add(new Weights.Slot("gate_bias", 4L * hidden));
        slots.add(new Weights.Slot("context", hidden, (long) options.horizon() * DECODER_WIDTH));
        slots.add(new Weights.Slot("known", Math.max(1, options.knownInputs()), DECODER_WIDTH));
        slots.add(new Weights.Slot("bias", DECODER_WIDTH));
        slots.add(new Weights.Slot("output", DECODER_WIDTH, heads));
        slots.add(new Weights.Slot("direct", hidden, (long) options.horizon() * heads));
        slots.add(new Weights.Slot("last", heads));
        return slots;
    }

    /** Numbers the decoder makes for each step: mean, quantiles, dispersion. */
    static int heads(SequenceModelOptions options) {
        return 2 + options.quantiles().length;
    }

    /** Glorot's start; the forget gate's bias is 1, so that a young model remembers. */
    static Weights initial(SequenceModelOptions options) {
        List<float[]> values = Weights.glorot(slots(options), options.seed());
        float[] gateBias = values.get(1);
        for (int unit = 0; unit < options.hidden(); unit++) {
            gateBias[LstmGraph.FORGET_GATE * options.hidden() + unit] = 1f;
        }
        return new Weights(values);
    }
}
