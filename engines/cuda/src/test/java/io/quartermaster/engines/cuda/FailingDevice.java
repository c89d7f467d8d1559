package io.quartermaster.engines.cuda;

import java.util.HashSet;
import java.util.Set;

/** A device that fails as told, computes nothing, and knows which buffers were not freed. */
final class FailingDevice implements CudaDevice {

    private final Set<Long> held = new HashSet<>();
    private final String call;
    private final boolean outOfMemory;
    private long lastHandle;
    private boolean closed;
    private boolean healed;

    /**
     * Fails at each allocation after the first ({@code allocate}) or at each launch ({@code run}).
     */
    FailingDevice(String call, boolean outOfMemory) {
        this.call = call;
        this.outOfMemory = outOfMemory;
    }

    int held() {
        return held.size();
    }

    boolean isClosed() {
        return closed;
    }

    long allocations() {
        return lastHandle;
    }

    void heal() {
        healed = true;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String version() {
        return "0";
    }

    @Override
    public int multiprocessors() {
        return 1;
    }

    @Override
    public CudaBuffer allocate(long bytes) {
        if (!held.isEmpty()) {
            failAt("allocate");
        }
        held.add(++lastHandle);
        return new CudaBuffer(lastHandle);
    }

    @Override
    public void free(CudaBuffer buffer) {
        if (!held.remove(buffer.handle())) {
            throw new AssertionError("freed twice: " + buffer);
        }
    }

    @Override
    public void copyIn(CudaBuffer buffer, long byteOffset, float[] values) {}

    @Override
    public void copyIn(CudaBuffer buffer, int[] values) {}

    @Override
    public void copyIn(CudaBuffer buffer, long[] values) {}

    @Override
    public void copyOut(CudaBuffer buffer, long[] values) {}

    @Override
    public void run(Kernel kernel, int gridX, int gridY, int threads, Object... arguments) {
        failAt("run");
    }

    @Override
    public void close() {
        closed = true;
    }

    private void failAt(String at) {
        if (!healed && at.equals(call)) {
            throw new CudaFailure(at, "CUDA_ERROR_TEST (1)", outOfMemory);
        }
    }
}
