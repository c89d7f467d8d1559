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
    private final TfSymbolBlock encode;
    private final TfSymbolBlock advance;
    private final TfSymbolBlock decode;
    private final TfSymbolBlock assign;
    private String version;
    private ByteBuffer first = direct(0);
    private ByteBuffer second = direct(0);

    TensorflowSequenceModel(Path folder, EngineUse use) {
        this.metadata = ModelFolder.read(folder);
        this.use = use;
        this.model = open(folder);
        SavedModelBundle bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
        this.encode = block(bundle, LstmGraph.ENCODE);
        this.advance = block(bundle, LstmGraph.ADVANCE);
        this.decode = block(bundle, LstmGraph.DECODE);
        this.assign = block(bundle, LstmGraph.ASSIGN);
        this.version = metadata.version();
    }

    private static ZooModel<NDList, NDList> open(Path folder) {
        try {
            return Criteria.builder()
                    .setTypes(NDList.class, NDList.class)
                    .optModelPath(folder.toAbsolutePath())
                    .optEngine("TensorFlow")
                    .optOption("SignatureDefKey", LstmGraph.ENCODE)
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
        return version;
    }

    @Override
    public float[][] encode(float[][][] inputs) {
        int batch = inputs.length;
        if (batch == 0) {
            return new float[0][];
        }
        use.called(batch);
        int steps = 1;
        for (float[][] series : inputs) {
            steps = Math.max(steps, series.length);
        }
        putHistories(inputs, steps);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            Shape shape = new Shape(steps, batch, options().inputs() + 1L);
            NDArray history = manager.create(first, shape, DataType.FLOAT32);
            return rows(forward(encode, manager, history), batch);
        }
    }

    /** Short histories begin with padding, which the last column marks. */
    private void putHistories(float[][][] inputs, int steps) {
        int width = options().inputs();
        float[] padding = new float[width];
        FloatBuffer history = firstFloats(steps * inputs.length * (width + 1));
        for (int step = 0; step < steps; step++) {
            for (float[][] series : inputs) {
                int own = step - steps + series.length;
                history.put(own < 0 ? padding : series[own]);
                history.put(own < 0 ? 1 : 0);
            }
        }
    }

    @Override
    public float[][] advance(float[][] inputs, float[][] states) {
        int batch = inputs.length;
        if (batch == 0) {
            return new float[0][];
        }
        use.called(batch);
        FloatBuffer step = firstFloats(batch * options().inputs());
        for (float[] input : inputs) {
            step.put(input);
        }
        putStates(states);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray state = manager.create(second, stateShape(batch), DataType.FLOAT32);
            NDArray history =
                    manager.create(
                            first, new Shape(1, batch, options().inputs()), DataType.FLOAT32);
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
        int width = Math.max(1, options().shape().aheadSize());
        FloatBuffer ahead = firstFloats(batch * width);
        if (options().shape().aheadSize() > 0) {
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

    @Override
    public void assign(float[] weights) {
        Weights checked = Weights.of(weights, LstmWeights.slots(options()));
        firstFloats(weights.length).put(weights);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray row = manager.create(first, new Shape(weights.length), DataType.FLOAT32);
            forward(assign, manager, row).close();
        }
        version = checked.version();
    }

    private static NDArray forward(TfSymbolBlock block, NDManager manager, NDArray... inputs) {
        return block.forward(new ParameterStore(manager, false), new NDList(inputs), false)
                .singletonOrThrow();
    }

    private Shape stateShape(int batch) {
        return new Shape(batch, options().shape().stateSize());
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
        second = sized(second, states.length * options().shape().stateSize());
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
