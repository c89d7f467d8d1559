package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * The trained numbers of one model, in a fixed order of tensors.
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

    /** Characters of a version: 48 bits of the hash. */
    private static final int VERSION_LENGTH = 12;

    /**
     * One tensor.
     *
     * @param name unique, also the variable's name in the graph
     * @param shape its dimensions
     */
    record Slot(String name, long... shape) {
        int size() {
            long size = 1;
            for (long dimension : shape) {
                size *= dimension;
            }
            return Math.toIntExact(size);
        }
    }

    private final List<float[]> values;

    LstmWeights(List<float[]> values) {
        this.values = List.copyOf(values);
    }

    /** The tensors of a model of this shape. */
    static List<Slot> slots(SequenceModelOptions options) {
        int hidden = options.hidden();
        int heads = heads(options);
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot("gates", options.inputs() + hidden, 4L * hidden));
        slots.add(new Slot("gate_bias", 4L * hidden));
        slots.add(new Slot("context", hidden, (long) options.horizon() * DECODER_WIDTH));
        slots.add(new Slot("known", Math.max(1, options.knownInputs()), DECODER_WIDTH));
        slots.add(new Slot("bias", DECODER_WIDTH));
        slots.add(new Slot("output", DECODER_WIDTH, heads));
        slots.add(new Slot("direct", hidden, (long) options.horizon() * heads));
        slots.add(new Slot("last", heads));
        return slots;
    }

    /** Numbers the decoder makes for each step: mean, quantiles, dispersion. */
    static int heads(SequenceModelOptions options) {
        return 2 + options.quantiles().length;
    }

    /** Glorot's uniform start; the forget gate's bias is 1, so that a young model remembers. */
    static LstmWeights initial(SequenceModelOptions options) {
        SplittableRandom random = new SplittableRandom(options.seed());
        List<float[]> values = new ArrayList<>();
        for (Slot slot : slots(options)) {
            values.add(initial(slot, random::nextDouble));
        }
        float[] gateBias = values.get(1);
        for (int unit = 0; unit < options.hidden(); unit++) {
            gateBias[LstmGraph.FORGET_GATE * options.hidden() + unit] = 1f;
        }
        return new LstmWeights(values);
    }

    private static float[] initial(Slot slot, DoubleSupplier uniform) {
        float[] values = new float[slot.size()];
        if (slot.shape().length == 1) {
            return values;
        }
        double limit = Math.sqrt(6.0 / (slot.shape()[0] + slot.shape()[1]));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * uniform.getAsDouble() - 1) * limit);
        }
        return values;
    }

    float[] value(int slot) {
        return values.get(slot).clone();
    }

    /** The first characters of the SHA-256 of all numbers in order. */
    String version() {
        MessageDigest digest = sha256();
        for (float[] value : values) {
            ByteBuffer bytes = ByteBuffer.allocate(value.length * Float.BYTES);
            bytes.asFloatBuffer().put(value);
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
