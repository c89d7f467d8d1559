package io.quartermaster.domain.similarity;

import java.util.Arrays;

/**
 * Keeps the best k of the rows offered to it: higher scores first, ties by the lower id.
 *
 * <p>A row that competes is a number of 64 bits: its score, mapped to an integer of the same order,
 * above the complement of its id, so that the larger number wins. They gather until there are twice
 * as many as wanted; then the lesser half is dropped, and only what beats the worst kept row is
 * taken from there on. That costs a few steps a row, where a heap costs a dozen.
 *
 * <p>Negative zero counts as zero. Rows may be offered in any order; each at most once.
 */
public final class TopKSelection {

    /** Room for so many more than are wanted, at least. */
    private static final int ROOM = 32;

    private static final long NOTHING = Long.MIN_VALUE;
    private static final int[] NONE = {};

    private final int capacity;
    private final long[] rows;
    private int[] excluded = NONE;
    private int size;
    private long worst = NOTHING;
    private float threshold;

    /**
     * Starts empty.
     *
     * @param k how many are wanted, 1 or more
     * @param most how many can be offered at most; bounds what is set aside for a large k
     */
    public TopKSelection(int k, int most) {
        this.capacity = Math.min(k, most);
        this.rows = new long[Math.min(most, capacity + Math.max(capacity, ROOM))];
        this.threshold = emptyThreshold();
    }

    /**
     * Leaves some ids out of what is scanned from now on.
     *
     * @param ascending the ids
     * @return this
     */
    public TopKSelection without(int[] ascending) {
        excluded = ascending;
        return this;
    }

    /**
     * The score that a row with a higher id than all before must exceed to be taken: negative
     * infinity at first, then a score that k rows have reached.
     */
    public float threshold() {
        return threshold;
    }

    /** Takes the row in unless k better ones are known. */
    public void offer(int id, float score) {
        long row = row(id, score + 0f);
        if (row > worst && capacity > 0) {
            if (size == rows.length) {
                dropTheLesser();
                if (row <= worst) {
                    return;
                }
            }
            rows[size++] = row;
        }
    }

    /**
     * Offers rows that follow each other, higher ids than all before, but those left out.
     *
     * @param scores of them
     * @param from place of the first one's score
     * @param count how many
     * @param firstId id of the first
     */
    public void scan(float[] scores, int from, int count, int firstId) {
        float least = threshold;
        for (int i = 0; i < count; i++) {
            float score = scores[from + i];
            if (score > least && Arrays.binarySearch(excluded, firstId + i) < 0) {
                offer(firstId + i, score);
                least = threshold;
            }
        }
    }

    /** Offers what another selection has kept. */
    public void join(TopK kept) {
        for (int i = 0; i < kept.ids().length; i++) {
            offer(kept.ids()[i], kept.scores()[i]);
        }
    }

    /** What was kept, best first. Leaves the selection empty, ready for the next query. */
    public TopK drain() {
        Arrays.sort(rows, 0, size);
        int count = Math.min(size, capacity);
        int[] ids = new int[count];
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            long row = rows[size - 1 - i];
            ids[i] = ~(int) row;
            scores[i] = score(row);
        }
        size = 0;
        worst = NOTHING;
        threshold = emptyThreshold();
        return new TopK(ids, scores);
    }

    private float emptyThreshold() {
        return capacity == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    }

    /** Brings the best k to the front, in any order, and forgets the others (quickselect). */
    private void dropTheLesser() {
        int from = 0;
        int to = size - 1;
        int last = capacity - 1;
        int cut = partition(from, to);
        while (cut != last) {
            if (last < cut) {
                to = cut - 1;
            } else {
                from = cut + 1;
            }
            cut = partition(from, to);
        }
        size = capacity;
        worst = rows[last];
        threshold = score(worst);
    }

    /**
     * Brings what is better than one of the rows before it, the others behind it. No branch depends
     * on a comparison, since it would be guessed wrong every other time.
     *
     * @return where that row then is
     */
    private int partition(int from, int to) {
        long[] all = rows;
        int middle = (from + to) >>> 1;
        long pivot = all[middle];
        all[middle] = all[to];
        int cut = from;
        for (int i = from; i < to; i++) {
            long row = all[i];
            all[i] = all[cut];
            all[cut] = row;
            cut += row > pivot ? 1 : 0;
        }
        all[to] = all[cut];
        all[cut] = pivot;
        return cut;
    }

    private static long row(int id, float score) {
        int bits = Float.floatToRawIntBits(score);
        int ordered = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
        return (long) ordered << Integer.SIZE | Integer.toUnsignedLong(~id);
    }

    private static float score(long row) {
        int ordered = (int) (row >> Integer.SIZE);
        return Float.intBitsToFloat(ordered < 0 ? ordered ^ Integer.MAX_VALUE : ordered);
    }
}
