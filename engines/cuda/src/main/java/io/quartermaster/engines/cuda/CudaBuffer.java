package io.quartermaster.engines.cuda;

/**
 * Memory of a device.
 *
 * @param handle its device's name for it, 0 for the null pointer
 */
record CudaBuffer(long handle) {

    static final CudaBuffer NULL = new CudaBuffer(0);
}
