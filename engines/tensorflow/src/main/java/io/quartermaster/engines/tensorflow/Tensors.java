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

    /**
     * An empty table. {@code new float[count][width]} is a call of the virtual machine and takes as
     * long for a bundle as a matrix product.
     */
    static float[][] rows(int count, int width) {
        float[][] rows = new float[count][];
        for (int row = 0; row < count; row++) {
            rows[row] = new float[width];
        }
        return rows;
    }
}
