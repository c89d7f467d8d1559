package io.quartermaster.engines.tensorflow;

import ai.djl.tensorflow.engine.SavedModelBundle;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/**
 * Calls one signature of a model that DJL has loaded. Inputs are written where TensorFlow reads
 * them, into tensors that are kept from call to call, and outputs are read where it wrote them:
 * DJL's own arrays cost as much time again as the work of a bundle. Belongs to one thread.
 */
final class SignatureCall implements AutoCloseable {

    /** A tensor that is kept, and its memory. */
    private record Input(TF_Tensor tensor, long[] dimensions, FloatBuffer floats) {}

    private final SavedModelBundle bundle;
    private final List<String> inputNames;
    private final List<String> outputNames;
    private final TF_Output inputs;
    private final TF_Output outputs;
    private final PointerPointer<TF_Tensor> inputValues;
    private final PointerPointer<TF_Tensor> outputValues;
    private final TF_Status status = TF_Status.newStatus();
    private final Map<String, Input> kept = new HashMap<>();

    /**
     * @throws IllegalArgumentException when the model has no such signature
     */
    SignatureCall(SavedModelBundle bundle, String signature) {
        SignatureDef found = bundle.getMetaGraphDef().getSignatureDefMap().get(signature);
        if (found == null) {
            throw new IllegalArgumentException(
                    "The model has no signature (%s).\nMaybe train it again.".formatted(signature));
        }
        this.bundle = bundle;
        Map<String, TensorInfo> in = new TreeMap<>(found.getInputsMap());
        Map<String, TensorInfo> out = new TreeMap<>(found.getOutputsMap());
        inputNames = List.copyOf(in.keySet());
        outputNames = List.copyOf(out.keySet());
        inputs = places(in);
        outputs = places(out);
        inputValues = new PointerPointer<>(inputNames.size());
        outputValues = new PointerPointer<>(outputNames.size());
    }

    private TF_Output places(Map<String, TensorInfo> tensors) {
        TF_Output places = new TF_Output(tensors.size());
        int at = 0;
        for (TensorInfo tensor : tensors.values()) {
            String name = tensor.getName();
            int colon = name.indexOf(':');
            TF_Operation operation =
                    tensorflow.TF_GraphOperationByName(bundle.getGraph(), name.substring(0, colon));
            places.position(at++)
                    .oper(operation)
                    .index(Integer.parseInt(name.substring(colon + 1)));
        }
        return places.position(0);
    }

    /** Room for the numbers of an input, to be filled from its start to its end before a call. */
    FloatBuffer input(String name, long... dimensions) {
        if (!inputNames.contains(name)) {
            throw new IllegalArgumentException("The signature has no input (" + name + ").");
        }
        Input input = kept.get(name);
        if (input == null || !Arrays.equals(input.dimensions(), dimensions)) {
            if (input != null) {
                tensorflow.TF_DeleteTensor(input.tensor());
            }
            input = room(dimensions);
            kept.put(name, input);
        }
        return input.floats().clear();
    }

    private static Input room(long[] dimensions) {
        long bytes = Float.BYTES * Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        TF_Tensor tensor =
                tensorflow.TF_AllocateTensor(
                        tensorflow.TF_FLOAT, dimensions, dimensions.length, bytes);
        return new Input(tensor, dimensions.clone(), floats(tensor));
    }

    private static FloatBuffer floats(TF_Tensor tensor) {
        Pointer data = tensorflow.TF_TensorData(tensor);
        return data.capacity(tensorflow.TF_TensorByteSize(tensor))
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Runs with the inputs as they were last written; what comes out is to be closed. */
    Outputs run() {
        for (int i = 0; i < inputNames.size(); i++) {
            inputValues.put(i, kept.get(inputNames.get(i)).tensor());
        }
        tensorflow.TF_SessionRun(
                bundle.getSession(),
                null,
                inputs,
                inputValues,
                inputNames.size(),
                outputs,
                outputValues,
                outputNames.size(),
                null,
                0,
                null,
                status);
        status.throwExceptionIfNotOK();
        return new Outputs();
    }

    /** What a call gave; its memory ends when it is closed. */
    final class Outputs implements AutoCloseable {

        private final TF_Tensor[] tensors = new TF_Tensor[outputNames.size()];

        private Outputs() {
            for (int i = 0; i < tensors.length; i++) {
                tensors[i] = outputValues.get(TF_Tensor.class, i);
            }
        }

        /** The numbers of an output, none if the signature has no output of that name. */
        FloatBuffer floats(String name) {
            int index = outputNames.indexOf(name);
            return index < 0 ? FloatBuffer.allocate(0) : SignatureCall.floats(tensors[index]);
        }

        @Override
        public void close() {
            for (TF_Tensor tensor : tensors) {
                tensorflow.TF_DeleteTensor(tensor);
            }
        }
    }

    @Override
    public void close() {
        kept.values().forEach(input -> tensorflow.TF_DeleteTensor(input.tensor()));
        kept.clear();
        inputs.close();
        outputs.close();
        inputValues.close();
        outputValues.close();
        status.close();
    }
}
