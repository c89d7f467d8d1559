package io.quartermaster.engines.tensorflow;

import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.tensorflow.engine.SavedModelBundle;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/**
 * A SavedModel loaded by DJL: one bundle, and a call for each signature over it.
 *
 * <p>Calls that advance or decode carry an empty row behind the series: the kernels of matrix
 * products round some numbers of a matrix's last row otherwise than of those before it, and a
 * series' forecast must not tell where it lay.
 */
final class TensorflowSequenceModel implements SequenceModel {

    private static final FloatBuffer NONE = FloatBuffer.allocate(0);

    /** The empty row. */
    private static final int LAST = 1;

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
        this.model = SavedModels.open(folder, LstmGraph.ENCODE);
        SavedModelBundle bundle = SavedModels.bundle(model);
        this.encode = new SignatureCall(bundle, LstmGraph.ENCODE);
        this.advance = new SignatureCall(bundle, LstmGraph.ADVANCE);
        this.decode = new SignatureCall(bundle, LstmGraph.DECODE);
        this.advanceDecode = new SignatureCall(bundle, LstmGraph.ADVANCE_DECODE);
        this.assign = new SignatureCall(bundle, LstmGraph.ASSIGN);
        this.version = metadata.version();
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
            return states(outputs, batch);
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
            return states(outputs, batch);
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
            return forecasts(outputs, batch);
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
            return new Advanced(states(outputs, batch), forecasts(outputs, batch));
        }
    }

    private void putAhead(SignatureCall call, float[][] known) {
        if (!shape.isDeep()) {
            return;
        }
        int rows = known.length + LAST;
        FloatBuffer steps = call.input("steps", rows, AheadRows.stepsWidth(shape));
        FloatBuffer series =
                shape.staticInputs() > 0 ? call.input("series", rows, shape.staticInputs()) : NONE;
        for (float[] row : known) {
            aheadRows.put(row, steps, series);
        }
        empty(steps);
        empty(series);
    }

    private void putStep(SignatureCall call, float[][] inputs) {
        FloatBuffer step = call.input("step", inputs.length + LAST, shape.inputs());
        for (float[] input : inputs) {
            step.put(input);
        }
        empty(step);
    }

    private void putStates(SignatureCall call, float[][] states) {
        for (int part = 0; part < parts(); part++) {
            FloatBuffer each =
                    call.input(LstmGraph.part(part), states.length + LAST, shape.hidden());
            for (float[] state : states) {
                each.put(state, part * shape.hidden(), shape.hidden());
            }
            empty(each);
        }
    }

    private static void empty(FloatBuffer rest) {
        while (rest.hasRemaining()) {
            rest.put(0);
        }
    }

    private float[][] states(SignatureCall.Outputs outputs, int batch) {
        float[][] states = Tensors.rows(batch, shape.stateSize());
        for (int part = 0; part < parts(); part++) {
            FloatBuffer each = outputs.floats(LstmGraph.part(part));
            for (float[] state : states) {
                each.get(state, part * shape.hidden(), shape.hidden());
            }
        }
        return states;
    }

    private int parts() {
        return 2 * shape.layers();
    }

    private float[][] forecasts(SignatureCall.Outputs outputs, int batch) {
        return decoded.forecasts(batch, outputs.floats("heads"), outputs.floats("rises"));
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
