package io.quartermaster.engines.cuda;

import io.quartermaster.domain.similarity.TopK;

/**
 * The kernel's 64 bits for a row that competes: the score, mapped to an integer of the same order,
 * above the complement of the id. 0 stands for no row.
 */
final class RankKey {

    /** Above every row. */
    static final long ABOVE_ALL = -1L;

    static final long NO_ROW = 0L;

    private RankKey() {}

    static int id(long key) {
        return ~(int) key;
    }

    static float score(long key) {
        int ordered = (int) (key >>> 32);
        return Float.intBitsToFloat(ordered < 0 ? ordered & Integer.MAX_VALUE : ~ordered);
    }

    /** The rows of falling keys, up to the first that is no row. */
    static TopK decode(long[] keys) {
        int count = 0;
        while (count < keys.length && keys[count] != NO_ROW) {
            count++;
        }
        int[] ids = new int[count];
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            ids[i] = id(keys[i]);
            scores[i] = score(keys[i]);
        }
        return new TopK(ids, scores);
    }
}
