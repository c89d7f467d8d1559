package io.quartermaster.engines.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.ModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.training.ParameterStore;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/**
 * A SavedModel served through DJL: one bundle, and a block for each signature over it.
 *
 * <p>Arrays carry no names and are fed in the alphabetical order of the signature's inputs: DJL
 * looks names up, and one that matches nothing ends the process. Direct buffers are kept and grown;
 * every NDArray of a call dies with the call's own manager.
 */
final class TensorflowSequenceModel implements SequenceModel {

    private final ModelFolder.Metadata metadata;
    private final EngineUse use;
    private final ZooModel<NDList, NDList> model;
    private final TfSymbolBlock advance;
    private final TfSymbolBlock decode;
    private ByteBuffer first = direct(0);
    private ByteBuffer second = direct(0);

    TensorflowSequenceModel(Path folder, EngineUse use) {
        this.metadata = ModelFolder.read(folder);
        this.use = use;
        this.model = open(folder);
        SavedModelBundle bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
        this.advance = block(bundle, LstmGraph.ADVANCE);
        this.decode = block(bundle, LstmGraph.DECODE);
    }

    private static ZooModel<NDList, NDList> open(Path folder) {
        try {
            return Criteria.builder()
                    .setTypes(NDList.class, NDList.class)
                    .optModelPath(folder.toAbsolutePath())
                    .optEngine("TensorFlow")
                    .optOption("SignatureDefKey", LstmGraph.ADVANCE)
                    .build()
                    .loadModel();
        } catch (MalformedModelException e) {
            throw damaged(folder, e);
        } catch (ModelException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The model of " + folder + " cannot be read.", e);
        }
    }

    private static IllegalArgumentException damaged(Path folder, ModelException cause) {
        return new IllegalArgumentException(
                "The model of (%s) is damaged: %s.\nMaybe train it again."
                        .formatted(folder, cause.getMessage()),
                cause);
    }

    /** A missing signature would be answered by another one with no more than a warning. */
    private static TfSymbolBlock block(SavedModelBundle bundle, String signature) {
        if (!bundle.getMetaGraphDef().getSignatureDefMap().containsKey(signature)) {
            throw new IllegalArgumentException(
                    "The model has no signature (%s).\nMaybe train it again.".formatted(signature));
        }
        return new TfSymbolBlock(bundle, signature);
    }

    @Override
    public SequenceModelOptions options() {
        return metadata.options();
    }

    @Override
    public String version() {
        return metadata.version();
    }

    @Override
    public float[][] encode(float[][][] inputs) {
        int batch = inputs.length;
        int steps = batch == 0 ? 0 : inputs[0].length;
        FloatBuffer history = firstFloats(steps * batch * options().inputs());
        for (int step = 0; step < steps; step++) {
            for (float[][] series : inputs) {
                history.put(series[step]);
            }
        }
        float[][] zero = new float[batch][2 * options().hidden()];
        return advance(batch, steps, zero);
    }

    @Override
    public float[][] advance(float[][] inputs, float[][] states) {
        FloatBuffer step = firstFloats(inputs.length * options().inputs());
        for (float[] input : inputs) {
            step.put(input);
        }
        return advance(inputs.length, 1, states);
    }

    private float[][] advance(int batch, int steps, float[][] states) {
        if (batch == 0) {
            return new float[0][];
        }
        use.called(batch);
        putStates(states);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray state = manager.create(second, stateShape(batch), DataType.FLOAT32);
            NDArray history =
                    manager.create(
                            first, new Shape(steps, batch, options().inputs()), DataType.FLOAT32);
            return rows(forward(advance, manager, state, history), batch);
        }
    }

    @Override
    public float[][] decode(float[][] states, float[][] known) {
        int batch = states.length;
        if (batch == 0) {
            return new float[0][];
        }
        use.called(batch);
        int width = Math.max(1, options().horizon() * options().knownInputs());
        FloatBuffer ahead = firstFloats(batch * width);
        if (options().knownInputs() > 0) {
            for (float[] row : known) {
                ahead.put(row);
            }
        } else {
            ahead.put(new float[batch]);
        }
        putStates(states);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray covariates = manager.create(first, new Shape(batch, width), DataType.FLOAT32);
            NDArray state = manager.create(second, stateShape(batch), DataType.FLOAT32);
            return rows(forward(decode, manager, covariates, state), batch);
        }
    }

    private static NDArray forward(TfSymbolBlock block, NDManager manager, NDArray... inputs) {
        return block.forward(new ParameterStore(manager, false), new NDList(inputs), false)
                .singletonOrThrow();
    }

    private Shape stateShape(int batch) {
        return new Shape(batch, 2L * options().hidden());
    }

    private static float[][] rows(NDArray result, int batch) {
        FloatBuffer floats = result.toByteBuffer().asFloatBuffer();
        float[][] rows = new float[batch][floats.remaining() / batch];
        for (float[] row : rows) {
            floats.get(row);
        }
        return rows;
    }

    private FloatBuffer firstFloats(int count) {
        first = sized(first, count);
        return first.asFloatBuffer();
    }

    private void putStates(float[][] states) {
        second = sized(second, states.length * 2 * options().hidden());
        FloatBuffer floats = second.asFloatBuffer();
        for (float[] state : states) {
            floats.put(state);
        }
    }

    private static ByteBuffer sized(ByteBuffer buffer, int floats) {
        int bytes = floats * Float.BYTES;
        ByteBuffer fitting = buffer.capacity() < bytes ? direct(bytes) : buffer;
        fitting.clear().limit(bytes);
        return fitting;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        model.close();
    }
}
