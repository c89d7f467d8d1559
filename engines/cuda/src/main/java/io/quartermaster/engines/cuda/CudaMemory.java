package io.quartermaster.engines.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Allocations that are released together, at most so many bytes at a time: whatever was allocated
 * is freed by {@link #close}.
 */
final class CudaMemory implements AutoCloseable {

    private final CudaDevice device;
    private final long limit;
    private final Map<CudaBuffer, Long> buffers = new HashMap<>();
    private final List<HostBuffer> hostBuffers = new ArrayList<>();
    private long bytesHeld;

    /**
     * @param limit of the bytes of the device, as the option {@code similarity.device-memory} says
     */
    CudaMemory(CudaDevice device, long limit) {
        this.device = device;
        this.limit = limit;
    }

    CudaBuffer allocate(long bytes) {
        long wanted = Math.max(1, bytes);
        if (bytesHeld + wanted > limit) {
            throw new CudaFailure(
                    "allocate",
                    "%,d bytes and %,d more are above similarity.device-memory"
                            .formatted(bytesHeld, wanted),
                    true);
        }
        CudaBuffer buffer = device.allocate(wanted);
        buffers.put(buffer, wanted);
        bytesHeld += wanted;
        return buffer;
    }

    HostBuffer allocateHost(long bytes) {
        HostBuffer buffer = device.allocateHost(Math.max(1, bytes));
        hostBuffers.add(buffer);
        return buffer;
    }

    /** Frees one; nothing for the null pointer. */
    void free(CudaBuffer buffer) {
        Long bytes = buffers.remove(buffer);
        if (bytes != null) {
            bytesHeld -= bytes;
            device.free(buffer);
        }
    }

    void freeHost(HostBuffer buffer) {
        if (hostBuffers.remove(buffer)) {
            device.freeHost(buffer);
        }
    }

    /** Bytes of the device that are held. */
    long bytesHeld() {
        return bytesHeld;
    }

    /** Frees all. One that cannot be freed does not keep the others. */
    @Override
    public void close() {
        CudaFailure first = null;
        for (CudaBuffer buffer : List.copyOf(buffers.keySet())) {
            first = first(first, () -> free(buffer));
        }
        for (HostBuffer buffer : List.copyOf(hostBuffers)) {
            first = first(first, () -> freeHost(buffer));
        }
        if (first != null) {
            throw first;
        }
    }

    private static CudaFailure first(CudaFailure before, Runnable freeing) {
        try {
            freeing.run();
            return before;
        } catch (CudaFailure failure) {
            return before == null ? failure : before;
        }
    }
}
