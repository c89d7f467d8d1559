package io.quartermaster.engines.cuda;

import io.quartermaster.domain.similarity.SimilarityInput;
import java.util.Arrays;

/** Dense queries against rows that lie on the device. */
final class DenseQueries implements DeviceSearch.Searched {

    private static final int QUERIES_OF_BLOCK = 32;
    private static final int QUERIES_OF_BATCH = 2048;
    private static final int THREADS = 128;
    private static final int BLOCKS_OF_MULTIPROCESSOR = 4;
    private static final int MOST_SPLITS = 256;

    private final DeviceRows rows;
    private final float[][] queries;
    private final boolean cosine;
    private final int multiprocessors;
    private CudaBuffer numbers;
    private CudaBuffer norms;

    /**
     * @param multiprocessors of the device: rows are split among so many blocks that all are busy
     */
    DenseQueries(DeviceRows rows, float[][] queries, boolean cosine, int multiprocessors) {
        this.rows = rows;
        this.queries = queries;
        this.cosine = cosine;
        this.multiprocessors = multiprocessors;
    }

    @Override
    public int rows() {
        return rows.rows();
    }

    @Override
    public int queriesOfBatch() {
        return QUERIES_OF_BATCH;
    }

    @Override
    public long bytes(int from, int to) {
        return CudaLane.room((long) (to - from) * rows.dimensions() * Float.BYTES)
                + CudaLane.room((long) (to - from) * Float.BYTES);
    }

    @Override
    public void put(CudaLane lane, int from, int to) {
        float[][] batch = Arrays.copyOfRange(queries, from, to);
        numbers = lane.put(batch);
        norms = cosine ? lane.put(inverseNorms(batch)) : CudaBuffer.NULL;
    }

    @Override
    public int lists(int count) {
        int tiles = (rows() + DeviceSearch.ROWS_OF_TILE - 1) / DeviceSearch.ROWS_OF_TILE;
        int wanted = multiprocessors * BLOCKS_OF_MULTIPROCESSOR / blocks(count);
        return Math.max(1, Math.min(MOST_SPLITS, Math.min(wanted, tiles)));
    }

    @Override
    public void select(CudaLane lane, DeviceSearch.Batch batch, int k, CudaBuffer lists) {
        int splits = lists(batch.queries());
        int tiles = (rows() + DeviceSearch.ROWS_OF_TILE - 1) / DeviceSearch.ROWS_OF_TILE;
        int rowsOfSplit = (tiles + splits - 1) / splits * DeviceSearch.ROWS_OF_TILE;
        lane.run(
                CudaDevice.Kernel.SELECT_ROWS,
                blocks(batch.queries()),
                splits,
                THREADS,
                rows.matrix(),
                rows(),
                rows.stride(),
                rows.dimensions(),
                numbers,
                batch.queries(),
                cosine ? rows.norms() : CudaBuffer.NULL,
                norms,
                batch.additions(),
                batch.starts(),
                batch.excluded(),
                batch.below(),
                k,
                rowsOfSplit,
                lists);
    }

    static float[] inverseNorms(float[][] vectors) {
        float[] norms = new float[vectors.length];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = SimilarityInput.inverseNorm(vectors[i]);
        }
        return norms;
    }

    private static int blocks(int count) {
        return (count + QUERIES_OF_BLOCK - 1) / QUERIES_OF_BLOCK;
    }
}
