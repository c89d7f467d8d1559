package io.quartermaster.engines.cuda;

/**
 * A device with the similarity module loaded. Every method may throw {@link CudaFailure}. What is
 * given to a stream is done in order, at some time before {@link #await} of it returns; two streams
 * know nothing of each other.
 */
interface CudaDevice extends AutoCloseable {

    /** How many streams there are, from 0. */
    int STREAMS = 2;

    /** The kernels of the module. */
    enum Kernel {
        SELECT_ROWS("select_rows"),
        MERGE_LISTS("merge_lists"),
        PUT_ROWS("put_rows"),
        SCORE_PAIRS("score_pairs"),
        SELECT_SPARSE_ROWS("select_sparse_rows");

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

    /** Frees an allocation, once nothing that was given to a stream needs it. */
    void free(CudaBuffer buffer);

    /** Memory of the host that copies need, page-locked. */
    HostBuffer allocateHost(long bytes);

    void freeHost(HostBuffer buffer);

    void zero(int stream, CudaBuffer buffer, long bytes);

    /** Copies the first bytes of the host's buffer, which is not to be touched until then. */
    void copyIn(int stream, CudaBuffer to, HostBuffer from, long bytes);

    /** Copies to the start of the host's buffer. */
    void copyOut(int stream, CudaBuffer from, HostBuffer to, long bytes);

    /** Launches a kernel; arguments are {@link CudaBuffer}s and Integers. */
    void run(int stream, Kernel kernel, int gridX, int gridY, int threads, Object... arguments);

    /** Waits until all that was given to a stream is done. */
    void await(int stream);

    @Override
    void close();
}
