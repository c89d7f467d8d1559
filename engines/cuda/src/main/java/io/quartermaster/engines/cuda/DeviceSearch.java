package io.quartermaster.engines.cuda;

import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Selects on a device. Queries go over in batches on two lanes: while the device works on one, the
 * next is written into the other, and the answer of the one before is read.
 *
 * <p>One launch selects at most 128 rows for each query; for a larger k it is launched again for
 * the rows that rank below the last one found, which the device remembers itself.
 */
final class DeviceSearch {

    static final int ROWS_OF_TILE = 256;

    private static final int LIST = 128;
    private static final int WARP = 32;

    private final CudaLane[] lanes;

    DeviceSearch(CudaLane[] lanes) {
        this.lanes = lanes;
    }

    /** How one kind of matrix takes part. */
    interface Searched {

        /** Ids go from 0 to this less 1. */
        int rows();

        /** Queries of a batch at most. */
        int queriesOfBatch();

        /** Bytes that queries {@code from} to {@code to - 1} take on a lane. */
        long bytes(int from, int to);

        /** Writes them. */
        void put(CudaLane lane, int from, int to);

        /** Lists that a launch writes for each query. */
        int lists(int queries);

        /** Launches: the best k of each query go into its lists. */
        void select(CudaLane lane, Batch batch, int k, CudaBuffer lists);
    }

    /**
     * A batch on its lane, in the kernels' words.
     *
     * @param queries how many
     * @param additions to scores; null pointer for nothing
     * @param starts of each query's exclusions; null pointer for none
     * @param excluded the exclusions
     * @param below only keys below these count
     */
    record Batch(
            int queries,
            CudaBuffer additions,
            CudaBuffer starts,
            CudaBuffer excluded,
            CudaBuffer below) {}

    /**
     * The best of each query.
     *
     * @param additions to the score of each id, on the host; null where they lie on the device
     * @param onDevice additions there; the null pointer for none
     */
    TopK[] topK(
            Searched searched,
            int queries,
            SimilarityRequest request,
            float[] additions,
            CudaBuffer onDevice) {
        int k = Math.min(request.k(), searched.rows());
        int ofBatch = searched.queriesOfBatch();
        TopK[] best = new TopK[queries];
        int[] pending = new int[lanes.length];
        Arrays.fill(pending, -1);
        for (int from = 0, batch = 0; from < queries; from += ofBatch, batch++) {
            int lane = batch % lanes.length;
            finish(lane, pending, best, ofBatch, k);
            int to = Math.min(queries, from + ofBatch);
            start(
                    lanes[lane],
                    searched,
                    request.ofQueries(from, to),
                    from,
                    to,
                    additions,
                    onDevice,
                    k);
            pending[lane] = from;
        }
        for (int lane = 0; lane < lanes.length; lane++) {
            finish(lane, pending, best, ofBatch, k);
        }
        return best;
    }

    private static void start(
            CudaLane lane,
            Searched searched,
            SimilarityRequest request,
            int from,
            int to,
            float[] additions,
            CudaBuffer onDevice,
            int k) {
        int[][] exclusions = request.exclusions();
        lane.start(searched.bytes(from, to) + bytes(exclusions, to - from, additions));
        searched.put(lane, from, to);
        long[] everything = new long[to - from];
        Arrays.fill(everything, RankKey.ABOVE_ALL);
        Batch batch =
                new Batch(
                        to - from,
                        additions == null ? onDevice : lane.put(additions),
                        exclusions == null ? CudaBuffer.NULL : lane.put(starts(exclusions)),
                        exclusions == null ? CudaBuffer.NULL : lane.put(exclusions),
                        lane.put(everything));
        lane.send();
        int lists = searched.lists(to - from);
        long perList = (long) Math.min(k, LIST) * Long.BYTES;
        long bytesOfLists = CudaLane.room(perList * lists * (to - from));
        CudaBuffer scratch = lane.scratch(bytesOfLists + (long) (to - from) * k * Long.BYTES);
        CudaBuffer keys = scratch.plus(bytesOfLists);
        for (int found = 0; found < k; found += LIST) {
            int wanted = Math.min(LIST, k - found);
            searched.select(lane, batch, wanted, scratch);
            lane.run(
                    CudaDevice.Kernel.MERGE_LISTS,
                    to - from,
                    1,
                    WARP,
                    scratch,
                    lists,
                    wanted,
                    k,
                    found,
                    keys,
                    batch.below());
        }
        lane.fetch(keys, (long) (to - from) * k * Long.BYTES);
    }

    private void finish(int lane, int[] pending, TopK[] best, int ofBatch, int k) {
        int from = pending[lane];
        if (from < 0) {
            return;
        }
        pending[lane] = -1;
        lanes[lane].await();
        LongBuffer keys = lanes[lane].answer().asLongBuffer();
        long[] ofQuery = new long[k];
        for (int query = from; query < Math.min(best.length, from + ofBatch); query++) {
            keys.get(ofQuery);
            best[query] = RankKey.decode(ofQuery);
        }
    }

    private static long bytes(int[][] exclusions, int queries, float[] additions) {
        long bytes = CudaLane.room((long) queries * Long.BYTES);
        if (additions != null) {
            bytes += CudaLane.room((long) additions.length * Float.BYTES);
        }
        if (exclusions != null) {
            long count = Arrays.stream(exclusions).mapToLong(list -> list.length).sum();
            bytes += CudaLane.room((queries + 1L) * Integer.BYTES);
            bytes += CudaLane.room(count * Integer.BYTES);
        }
        return bytes;
    }

    static int[] starts(int[][] lists) {
        int[] starts = new int[lists.length + 1];
        for (int i = 0; i < lists.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], lists[i].length);
        }
        return starts;
    }
}
