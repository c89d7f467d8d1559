package io.quartermaster.engines.cuda;

import io.quartermaster.domain.similarity.SparseVector;
import java.util.Arrays;
import java.util.stream.Stream;

/** Sparse queries against sparse rows that lie on the device, turned. */
final class SparseQueries implements DeviceSearch.Searched {

    private static final int QUERIES_OF_BATCH = 2048;
    private static final int ROWS_OF_BLOCK = 4096;
    private static final int WARPS = 4;
    private static final int THREADS = 128;
    private static final int BLOCKS_OF_MULTIPROCESSOR = 4;

    private final DevicePostings rows;
    private final SparseVector[] queries;
    private final boolean cosine;
    private final int multiprocessors;
    private CudaBuffer starts;
    private CudaBuffer indexes;
    private CudaBuffer values;
    private CudaBuffer norms;

    SparseQueries(
            DevicePostings rows, SparseVector[] queries, boolean cosine, int multiprocessors) {
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
        long numbers = Arrays.stream(queries, from, to).mapToLong(SparseVector::count).sum();
        return CudaLane.room((to - from + 1L) * Integer.BYTES)
                + CudaLane.room((long) (to - from) * Float.BYTES)
                + 2 * CudaLane.room(numbers * Integer.BYTES);
    }

    @Override
    public void put(CudaLane lane, int from, int to) {
        int[][] ofQueries = batch(from, to).map(SparseVector::indexes).toArray(int[][]::new);
        starts = lane.put(DeviceSearch.starts(ofQueries));
        indexes = lane.put(ofQueries);
        values = lane.put(batch(from, to).map(SparseVector::values).toArray(float[][]::new));
        float[] inverse = new float[to - from];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = queries[from + i].inverseNorm();
        }
        norms = cosine ? lane.put(inverse) : CudaBuffer.NULL;
    }

    @Override
    public int lists(int count) {
        return WARPS * splits(count);
    }

    @Override
    public void select(CudaLane lane, DeviceSearch.Batch batch, int k, CudaBuffer lists) {
        int splits = splits(batch.queries());
        int rowsOfSplit = (blocks() + splits - 1) / splits * ROWS_OF_BLOCK;
        lane.run(
                CudaDevice.Kernel.SELECT_SPARSE_ROWS,
                batch.queries(),
                splits,
                THREADS,
                rows.starts(),
                rows.postings(),
                rows.values(),
                rows.indexes(),
                rows.rows(),
                starts,
                indexes,
                values,
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

    private Stream<SparseVector> batch(int from, int to) {
        return Arrays.stream(queries, from, to);
    }

    private int splits(int count) {
        int wanted = multiprocessors * BLOCKS_OF_MULTIPROCESSOR / count;
        return Math.max(1, Math.min(wanted, blocks()));
    }

    private int blocks() {
        return (rows() + ROWS_OF_BLOCK - 1) / ROWS_OF_BLOCK;
    }
}
