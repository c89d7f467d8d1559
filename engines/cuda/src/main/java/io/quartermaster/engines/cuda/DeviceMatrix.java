package io.quartermaster.engines.cuda;

import io.quartermaster.domain.similarity.ResidentMatrix;
import io.quartermaster.domain.similarity.SimilarityInput;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import io.quartermaster.domain.similarity.VectorStore;
import java.util.Arrays;

/**
 * A matrix in a device's memory, turned as the kernel reads it, and the calls on it.
 *
 * <p>One launch selects at most 128 rows for each query; for a larger k it is launched again for
 * the rows that rank below the last one found, until there are k or none is left. Queries go in
 * batches, so that the lists of all splits stay small.
 */
final class DeviceMatrix implements AutoCloseable {

    private static final int QUERIES_OF_BLOCK = 16;
    private static final int ROWS_OF_TILE = 128;
    private static final int THREADS = 128;
    private static final int WARP = 32;
    private static final int LIST = 128;
    private static final int QUERIES_OF_BATCH = 2048;
    private static final int BLOCKS_OF_MULTIPROCESSOR = 4;
    private static final int MOST_SPLITS = 256;

    private final CudaDevice device;
    private final CudaMemory memory;
    private final int rows;
    private final int dimensions;
    private final CudaBuffer matrix;
    private final CudaBuffer norms;

    DeviceMatrix(CudaDevice device, ResidentMatrix vectors) {
        this.device = device;
        this.rows = vectors.places();
        this.dimensions = vectors.dimensions();
        this.memory = new CudaMemory(device);
        boolean loaded = false;
        try {
            this.matrix = memory.allocate((long) rows * dimensions * Float.BYTES);
            this.norms = memory.of(norms(vectors));
            copyTurned(vectors);
            loaded = true;
        } finally {
            if (!loaded) {
                memory.close();
            }
        }
    }

    /**
     * The best of each query.
     *
     * @param additions to the score of each id; null for nothing
     */
    TopK[] topK(float[][] queries, SimilarityRequest request, float[] additions) {
        TopK[] best = new TopK[queries.length];
        for (int from = 0; from < queries.length; from += QUERIES_OF_BATCH) {
            int to = Math.min(queries.length, from + QUERIES_OF_BATCH);
            float[][] batch = Arrays.copyOfRange(queries, from, to);
            TopK[] found = topKOfBatch(batch, request.ofQueries(from, to), additions);
            System.arraycopy(found, 0, best, from, found.length);
        }
        return best;
    }

    @Override
    public void close() {
        memory.close();
    }

    private TopK[] topKOfBatch(float[][] queries, SimilarityRequest request, float[] additions) {
        int k = Math.min(request.k(), rows);
        try (CudaMemory call = new CudaMemory(device)) {
            Query query = new Query(call, queries, request, additions);
            long[] below = new long[queries.length];
            Arrays.fill(below, RankKey.ABOVE_ALL);
            long[][] keys = new long[queries.length][k];
            for (int found = 0; found < k; found += LIST) {
                int wanted = Math.min(LIST, k - found);
                long[] pass = pass(call, query, below, wanted);
                for (int i = 0; i < queries.length; i++) {
                    System.arraycopy(pass, i * wanted, keys[i], found, wanted);
                    below[i] = pass[i * wanted + wanted - 1];
                }
            }
            return Arrays.stream(keys).map(RankKey::decode).toArray(TopK[]::new);
        }
    }

    /**
     * The best rows of each query that rank below a key: one launch, then one that joins splits.
     */
    private long[] pass(CudaMemory call, Query query, long[] below, int k) {
        int tiles = (query.count + QUERIES_OF_BLOCK - 1) / QUERIES_OF_BLOCK;
        int splits = splits(tiles);
        int tilesOfSplit = (tiles(rows) + splits - 1) / splits;
        CudaBuffer lists = call.allocate((long) query.count * splits * k * Long.BYTES);
        CudaBuffer best = call.allocate((long) query.count * k * Long.BYTES);
        device.run(
                CudaDevice.Kernel.SELECT_ROWS,
                tiles,
                splits,
                THREADS,
                matrix,
                rows,
                dimensions,
                query.numbers,
                query.count,
                query.norms.equals(CudaBuffer.NULL) ? CudaBuffer.NULL : norms,
                query.norms,
                query.additions,
                query.starts,
                query.excluded,
                call.of(below),
                k,
                tilesOfSplit * ROWS_OF_TILE,
                lists);
        device.run(CudaDevice.Kernel.MERGE_LISTS, query.count, 1, WARP, lists, splits, k, best);
        long[] keys = new long[query.count * k];
        device.copyOut(best, keys);
        return keys;
    }

    /** As many splits as keep every multiprocessor busy, but none without a tile of rows. */
    private int splits(int queryTiles) {
        int wanted = device.multiprocessors() * BLOCKS_OF_MULTIPROCESSOR / queryTiles;
        return Math.max(1, Math.min(MOST_SPLITS, Math.min(wanted, tiles(rows))));
    }

    private static int tiles(int rows) {
        return (rows + ROWS_OF_TILE - 1) / ROWS_OF_TILE;
    }

    private void copyTurned(ResidentMatrix vectors) {
        VectorStore store = vectors.store();
        float[] numbers = new float[rows];
        for (int j = 0; j < dimensions; j++) {
            for (int row = 0; row < rows; row++) {
                numbers[row] = vectors.holds(row) ? store.vector(row)[j] : 0f;
            }
            device.copyIn(matrix, (long) j * rows * Float.BYTES, numbers);
        }
    }

    private static float[] norms(ResidentMatrix vectors) {
        float[] norms = new float[vectors.places()];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = vectors.holds(row) ? vectors.store().inverseNorm(row) : 0f;
        }
        return norms;
    }

    /** A batch of queries in the device's memory. */
    private static final class Query {

        private final int count;
        private final CudaBuffer numbers;
        private final CudaBuffer norms;
        private final CudaBuffer additions;
        private final CudaBuffer starts;
        private final CudaBuffer excluded;

        Query(CudaMemory call, float[][] queries, SimilarityRequest request, float[] additions) {
            int[][] exclusions = request.exclusions();
            this.count = queries.length;
            this.numbers = call.of(joined(queries));
            this.norms = request.isCosine() ? call.of(norms(queries)) : CudaBuffer.NULL;
            this.additions = additions == null ? CudaBuffer.NULL : call.of(additions);
            this.starts = exclusions == null ? CudaBuffer.NULL : call.of(starts(exclusions));
            this.excluded = exclusions == null ? CudaBuffer.NULL : call.of(joined(exclusions));
        }

        private static float[] norms(float[][] queries) {
            float[] norms = new float[queries.length];
            for (int query = 0; query < norms.length; query++) {
                norms[query] = SimilarityInput.inverseNorm(queries[query]);
            }
            return norms;
        }

        private static float[] joined(float[][] rows) {
            float[] all = new float[Math.multiplyExact(rows.length, rows[0].length)];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, all, row * rows[0].length, rows[row].length);
            }
            return all;
        }

        private static int[] joined(int[][] lists) {
            return Arrays.stream(lists).flatMapToInt(Arrays::stream).toArray();
        }

        private static int[] starts(int[][] lists) {
            int[] starts = new int[lists.length + 1];
            for (int i = 0; i < lists.length; i++) {
                starts[i + 1] = Math.addExact(starts[i], lists[i].length);
            }
            return starts;
        }
    }
}
