package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device, its lanes and its memory, as long as it works. When it has no room, or fails, the CPU
 * answers in its place: each such call is counted as a fallback, the first is logged. A device that
 * only lacked room is tried again with the next matrix; after any other failure its context is
 * lost, and the CPU serves from then on.
 */
final class CudaSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CudaSession.class);

    private final CudaDevice device;
    private final EngineUse use;
    private final CudaMemory memory;
    private final CudaLane[] lanes = new CudaLane[CudaDevice.STREAMS];
    private boolean lost;
    private boolean full;

    /**
     * Takes the device over: closing the session closes it.
     *
     * @param deviceBytes most of its memory that is taken
     */
    CudaSession(CudaDevice device, EngineUse use, long deviceBytes) {
        this.device = device;
        this.use = use;
        this.memory = new CudaMemory(device, deviceBytes);
        makeLanes();
    }

    CudaMemory memory() {
        return memory;
    }

    CudaLane[] lanes() {
        return lanes;
    }

    int multiprocessors() {
        return device.multiprocessors();
    }

    /** Whether it can be asked. */
    boolean works() {
        return !lost && !full;
    }

    /** A new matrix comes: one that lacked room is tried again. */
    void startAgain() {
        full = false;
    }

    /**
     * Asks the device, and the CPU where it cannot answer.
     *
     * @param forget is run when what lies on the device is gone
     */
    <T> T answer(Supplier<T> onDevice, Runnable forget, Supplier<T> onCpu) {
        if (works()) {
            try {
                return onDevice.get();
            } catch (CudaFailure failure) {
                fail(failure, forget);
            }
        }
        use.fellBack();
        return onCpu.get();
    }

    /** Frees all memory of the device. */
    void release() {
        try {
            memory.close();
        } catch (CudaFailure failure) {
            LOG.warn(
                    "The device {} failed to free memory ({}).",
                    device.name(),
                    failure.getMessage());
            lost = true;
        }
        makeLanes();
    }

    @Override
    public void close() {
        release();
        device.close();
    }

    private void fail(CudaFailure failure, Runnable forget) {
        LOG.warn(
                "The device {} failed ({}); the CPU answers.", device.name(), failure.getMessage());
        full = failure.isOutOfMemory();
        lost |= !full;
        forget.run();
        release();
    }

    private void makeLanes() {
        for (int stream = 0; stream < lanes.length; stream++) {
            lanes[stream] = new CudaLane(device, memory, stream);
        }
    }
}
