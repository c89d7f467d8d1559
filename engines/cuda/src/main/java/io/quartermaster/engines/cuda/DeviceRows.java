package io.quartermaster.engines.cuda;

import io.quartermaster.domain.similarity.ResidentMatrix;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A copy of a resident matrix in a device's memory, turned as the kernels read it. Rows go over in
 * chunks on two lanes, so that one is copied while the next is written; the device turns them.
 * Afterwards only rows that changed go over.
 */
final class DeviceRows {

    /** Numbers of a chunk: 4 MiB. */
    private static final int NUMBERS_OF_CHUNK = 1 << 20;

    private static final int ROWS_OF_TILE = DeviceSearch.ROWS_OF_TILE;
    private static final int WARP = 32;
    private static final int THREADS = 128;

    private final CudaMemory memory;
    private final CudaLane[] lanes;
    private CudaBuffer matrix = CudaBuffer.NULL;
    private CudaBuffer norms = CudaBuffer.NULL;
    private CudaBuffer holes = CudaBuffer.NULL;
    private int stride;
    private int rows;
    private int dimensions;

    DeviceRows(CudaMemory memory, CudaLane[] lanes) {
        this.memory = memory;
        this.lanes = lanes;
    }

    CudaBuffer matrix() {
        return matrix;
    }

    /** One over the length of each row. */
    CudaBuffer norms() {
        return norms;
    }

    /** Additions that leave out the ids without a vector; the null pointer where all have one. */
    CudaBuffer holes() {
        return holes;
    }

    /** From number j to number j + 1 of a row. */
    int stride() {
        return stride;
    }

    int rows() {
        return rows;
    }

    int dimensions() {
        return dimensions;
    }

    /**
     * Brings over what changed; all where there is no room for it beside what is there.
     *
     * @param changed ids that were written since the last time
     */
    void update(ResidentMatrix vectors, BitSet changed) {
        BitSet wanted = changed;
        if (vectors.dimensions() != dimensions || vectors.places() > stride) {
            reserve(vectors.places(), vectors.dimensions());
            wanted = new BitSet();
            wanted.set(0, vectors.places());
        }
        rows = vectors.places();
        send(vectors, wanted.stream().filter(vectors::holds).toArray());
        sendHoles(vectors);
    }

    private void reserve(int places, int length) {
        long room = dimensions == length ? stride + stride / 2L : 0;
        memory.free(matrix);
        memory.free(norms);
        matrix = CudaBuffer.NULL;
        norms = CudaBuffer.NULL;
        stride = 0;
        dimensions = length;
        int wanted = tiles((int) Math.max(places, Math.min(room, Integer.MAX_VALUE / 2)));
        matrix = memory.allocate((long) wanted * length * Float.BYTES);
        norms = memory.allocate((long) wanted * Float.BYTES);
        stride = wanted;
        lanes[0].zero(matrix, (long) wanted * length * Float.BYTES);
        lanes[0].zero(norms, (long) wanted * Float.BYTES);
        lanes[0].await();
    }

    private void send(ResidentMatrix vectors, int[] ids) {
        int ofChunk = Math.max(1, NUMBERS_OF_CHUNK / Math.max(1, dimensions));
        for (int from = 0; from < ids.length; from += ofChunk) {
            int[] chunk = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + ofChunk));
            send(lanes[from / ofChunk % lanes.length], vectors, chunk);
        }
        for (CudaLane lane : lanes) {
            lane.await();
        }
    }

    private void send(CudaLane lane, ResidentMatrix vectors, int[] ids) {
        float[][] numbers = new float[ids.length][];
        float[] ofNorms = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            numbers[i] = vectors.store().vector(ids[i]);
            ofNorms[i] = vectors.store().inverseNorm(ids[i]);
        }
        lane.start(
                CudaLane.room((long) ids.length * dimensions * Float.BYTES)
                        + 2 * CudaLane.room((long) ids.length * Float.BYTES));
        CudaBuffer sent = lane.put(numbers);
        CudaBuffer sentNorms = lane.put(ofNorms);
        CudaBuffer sentIds = lane.put(ids);
        lane.send();
        lane.run(
                CudaDevice.Kernel.PUT_ROWS,
                (ids.length + WARP - 1) / WARP,
                (dimensions + WARP - 1) / WARP,
                THREADS,
                sent,
                sentNorms,
                sentIds,
                ids.length,
                dimensions,
                stride,
                matrix,
                norms);
    }

    private void sendHoles(ResidentMatrix vectors) {
        memory.free(holes);
        holes = CudaBuffer.NULL;
        if (vectors.size() < vectors.places()) {
            float[] additions = vectors.additions();
            holes = memory.allocate((long) additions.length * Float.BYTES);
            CudaLane lane = lanes[0];
            lane.start(CudaLane.room((long) additions.length * Float.BYTES));
            lane.put(additions);
            lane.sendTo(holes);
            lane.await();
        }
    }

    private static int tiles(int places) {
        return Math.max(1, (places + ROWS_OF_TILE - 1) / ROWS_OF_TILE) * ROWS_OF_TILE;
    }
}
