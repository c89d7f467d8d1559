package io.quartermaster.engines.cuda;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** A device that fails as told, computes nothing, and knows which buffers were not freed. */
final class FailingDevice implements CudaDevice {

    private final Set<Long> held = new HashSet<>();
    private final Set<Long> hostHeld = new HashSet<>();
    private final String call;
    private final boolean outOfMemory;
    private long lastHandle;
    private boolean closed;
    private boolean healed;

    /**
     * Fails at each allocation after the first ({@code allocate}), at each launch ({@code run}) or
     * when it is waited for ({@code await}).
     */
    FailingDevice(String call, boolean outOfMemory) {
        this.call = call;
        this.outOfMemory = outOfMemory;
    }

    int held() {
        return held.size() + hostHeld.size();
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
    public HostBuffer allocateHost(long bytes) {
        hostHeld.add(++lastHandle);
        return new HostBuffer(lastHandle, ByteBuffer.allocate(Math.toIntExact(bytes)));
    }

    @Override
    public void freeHost(HostBuffer buffer) {
        if (!hostHeld.remove(buffer.handle())) {
            throw new AssertionError("freed twice: " + buffer);
        }
    }

    @Override
    public void zero(int stream, CudaBuffer buffer, long bytes) {}

    @Override
    public void copyIn(int stream, CudaBuffer to, HostBuffer from, long bytes) {}

    @Override
    public void copyOut(int stream, CudaBuffer from, HostBuffer to, long bytes) {}

    @Override
    public void run(
            int stream, Kernel kernel, int gridX, int gridY, int threads, Object... arguments) {
        failAt("run");
    }

    @Override
    public void await(int stream) {
        failAt("await");
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
