package io.quartermaster.engines.cuda;

/**
 * A place in a device's memory.
 *
 * @param handle its device's name for the allocation, 0 for the null pointer
 * @param offset bytes from the start of the allocation
 */
record CudaBuffer(long handle, long offset) {

    static final CudaBuffer NULL = new CudaBuffer(0, 0);

    CudaBuffer(long handle) {
        this(handle, 0);
    }

    /** So many bytes further on. */
    CudaBuffer plus(long bytes) {
        return new CudaBuffer(handle, offset + bytes);
    }
}
