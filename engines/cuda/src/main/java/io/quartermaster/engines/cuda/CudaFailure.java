package io.quartermaster.engines.cuda;

/** A call to the device that failed; names the call and the driver's code. */
final class CudaFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outOfMemory;

    CudaFailure(String call, String code, boolean outOfMemory) {
        super(call + ": " + code);
        this.outOfMemory = outOfMemory;
    }

    /** Whether the device lacks room, so that a smaller matrix may still fit. */
    boolean isOutOfMemory() {
        return outOfMemory;
    }
}
