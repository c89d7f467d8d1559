package io.quartermaster.engines.cuda;

import java.util.ArrayDeque;
import java.util.Deque;

/** Allocations that are released together: whatever was allocated is freed by {@link #close}. */
final class CudaMemory implements AutoCloseable {

    private final CudaDevice device;
    private final Deque<CudaBuffer> buffers = new ArrayDeque<>();

    CudaMemory(CudaDevice device) {
        this.device = device;
    }

    CudaBuffer allocate(long bytes) {
        CudaBuffer buffer = device.allocate(Math.max(1, bytes));
        buffers.push(buffer);
        return buffer;
    }

    CudaBuffer of(float[] values) {
        CudaBuffer buffer = allocate((long) values.length * Float.BYTES);
        device.copyIn(buffer, 0, values);
        return buffer;
    }

    CudaBuffer of(int[] values) {
        CudaBuffer buffer = allocate((long) values.length * Integer.BYTES);
        device.copyIn(buffer, values);
        return buffer;
    }

    CudaBuffer of(long[] values) {
        CudaBuffer buffer = allocate((long) values.length * Long.BYTES);
        device.copyIn(buffer, values);
        return buffer;
    }

    /** Frees the last first. One that cannot be freed does not keep the others. */
    @Override
    public void close() {
        CudaFailure first = null;
        while (!buffers.isEmpty()) {
            try {
                device.free(buffers.pop());
            } catch (CudaFailure failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
