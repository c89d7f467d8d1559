package io.quartermaster.engines.cuda;

/**
 * A device with the similarity module loaded. Every method may throw {@link CudaFailure}. Copies
 * and launches are over when a method returns.
 */
interface CudaDevice extends AutoCloseable {

    /** The two kernels of the module. */
    enum Kernel {
        SELECT_ROWS("select_rows"),
        MERGE_LISTS("merge_lists");

        private final String symbol;

        Kernel(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }
    }

    /** Model of the device. */
    String name();

    /** Version of its driver. */
    String version();

    int multiprocessors();

    CudaBuffer allocate(long bytes);

    void free(CudaBuffer buffer);

    void copyIn(CudaBuffer buffer, long byteOffset, float[] values);

    void copyIn(CudaBuffer buffer, int[] values);

    void copyIn(CudaBuffer buffer, long[] values);

    void copyOut(CudaBuffer buffer, long[] values);

    /** Launches a kernel; arguments are {@link CudaBuffer}s and Integers. */
    void run(Kernel kernel, int gridX, int gridY, int threads, Object... arguments);

    @Override
    void close();
}
