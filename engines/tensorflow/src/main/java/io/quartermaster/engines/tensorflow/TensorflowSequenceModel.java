package io.quartermaster.engines.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.ModelException;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/** A SavedModel loaded by DJL: one bundle, and a call for each signature over it. */
final class TensorflowSequenceModel implements SequenceModel {

    private final ModelFolder.Metadata metadata;
    private final SequenceShape shape;
    private final AheadRows aheadRows;
    private final DecodedHeads decoded;
    private final EngineUse use;
    private final ZooModel<NDList, NDList> model;
    private final SignatureCall encode;
    private final SignatureCall advance;
    private final SignatureCall decode;
    private final SignatureCall advanceDecode;
    private final SignatureCall assign;
    private String version;

    TensorflowSequenceModel(Path folder, EngineUse use) {
        this.metadata = ModelFolder.read(folder);
        this.shape = metadata.options().shape();
        this.aheadRows = new AheadRows(shape);
        this.decoded = new DecodedHeads(metadata.options());
        this.use = use;
        this.model = open(folder);
        SavedModelBundle bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
        this.encode = new SignatureCall(bundle, LstmGraph.ENCODE);
        this.advance = new SignatureCall(bundle, LstmGraph.ADVANCE);
        this.decode = new SignatureCall(bundle, LstmGraph.DECODE);
        this.advanceDecode = new SignatureCall(bundle, LstmGraph.ADVANCE_DECODE);
        this.assign = new SignatureCall(bundle, LstmGraph.ASSIGN);
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
        try (SignatureCall.Outputs outputs = encode.run()) {
            return outputs.rows("encoded", parts(), batch);
        }
    }

    /** Short histories begin with padding, which the last column marks. */
    private void putHistories(float[][][] inputs, int steps) {
        int width = shape.inputs();
        float[] padding = new float[width];
        FloatBuffer history = encode.input("histories", steps, inputs.length, width + 1L);
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
        putStep(advance, inputs);
        putStates(advance, states);
        try (SignatureCall.Outputs outputs = advance.run()) {
            return outputs.rows("advanced", parts(), batch);
        }
    }

    @Override
    public float[][] decode(float[][] states, float[][] known) {
        int batch = states.length;
        if (batch == 0) {
            return new float[0][];
        }
        use.called(batch);
        putAhead(decode, known);
        putStates(decode, states);
        try (SignatureCall.Outputs outputs = decode.run()) {
            return forecasts(outputs);
        }
    }

    @Override
    public Advanced advanceAndDecode(float[][] inputs, float[][] states, float[][] known) {
        int batch = inputs.length;
        if (batch == 0) {
            return new Advanced(new float[0][], new float[0][]);
        }
        use.called(batch);
        putAhead(advanceDecode, known);
        putStep(advanceDecode, inputs);
        putStates(advanceDecode, states);
        try (SignatureCall.Outputs outputs = advanceDecode.run()) {
            return new Advanced(outputs.rows("advanced", parts(), batch), forecasts(outputs));
        }
    }

    private void putAhead(SignatureCall call, float[][] known) {
        if (!shape.isDeep()) {
            return;
        }
        FloatBuffer ahead = call.input("ahead", known.length, AheadRows.width(shape));
        for (float[] row : known) {
            aheadRows.put(row, ahead);
        }
    }

    private void putStep(SignatureCall call, float[][] inputs) {
        FloatBuffer step = call.input("step", inputs.length, shape.inputs());
        for (float[] input : inputs) {
            step.put(input);
        }
    }

    /** h of all series, then c of all, layer by layer. */
    private void putStates(SignatureCall call, float[][] states) {
        FloatBuffer each = call.input("states", parts(), states.length, shape.hidden());
        for (int part = 0; part < parts(); part++) {
            for (float[] state : states) {
                each.put(state, part * shape.hidden(), shape.hidden());
            }
        }
    }

    private int parts() {
        return 2 * shape.layers();
    }

    private float[][] forecasts(SignatureCall.Outputs outputs) {
        return decoded.forecasts(outputs.floats("heads"), outputs.floats("rises"));
    }

    @Override
    public void assign(float[] weights) {
        Weights checked = Weights.of(weights, LstmWeights.slots(options()));
        assign.input("weights", weights.length).put(weights);
        assign.run().close();
        version = checked.version();
    }

    @Override
    public void close() {
        encode.close();
        advance.close();
        decode.close();
        advanceDecode.close();
        assign.close();
        model.close();
    }
}
