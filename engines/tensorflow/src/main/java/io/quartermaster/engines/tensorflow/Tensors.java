package io.quartermaster.engines.tensorflow;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Tensors of numbers; to be closed by whoever makes them. */
final class Tensors {

    private Tensors() {}

    /**
     * @param values in row-major order, as many as the shape holds
     */
    static TFloat32 of(float[] values, long... shape) {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape));
        tensor.asRawTensor().data().asFloats().write(values);
        return tensor;
    }
}
