package io.quartermaster.domain.similarity;

/**
 * Keeps the best k of the rows offered to it: higher scores first, ties by the lower id. A heap
 * with the worst kept row at its root, so an offer that does not get in costs one comparison.
 *
 * <p>Negative zero counts as zero. Rows may be offered in any order; each at most once.
 */
public final class TopKSelection {

    private final int capacity;
    private final int[] ids;
    private final float[] scores;
    private int size;

    /**
     * Starts empty.
     *
     * @param k how many are wanted, 1 or more
     * @param rows how many can be offered at most; bounds what is set aside for a large k
     */
    public TopKSelection(int k, int rows) {
        this.capacity = Math.min(k, rows);
        this.ids = new int[capacity];
        this.scores = new float[capacity];
    }

    /**
     * The score that a row with a higher id than all before must exceed to get in: negative
     * infinity until k are kept.
     */
    public float threshold() {
        if (size < capacity) {
            return Float.NEGATIVE_INFINITY;
        }
        return capacity == 0 ? Float.POSITIVE_INFINITY : scores[0];
    }

    /** Takes the row in if it is better than the worst one kept, or fewer than k are kept. */
    public void offer(int id, float rawScore) {
        float score = rawScore + 0f;
        if (size < capacity) {
            siftUp(size++, id, score);
        } else if (capacity > 0 && isWorse(ids[0], scores[0], id, score)) {
            siftDown(id, score);
        }
    }

    /** What was kept, best first. Leaves the selection empty, ready for the next query. */
    public TopK drain() {
        int[] bestIds = new int[size];
        float[] bestScores = new float[size];
        while (size > 0) {
            int last = size - 1;
            bestIds[last] = ids[0];
            bestScores[last] = scores[0];
            size = last;
            siftDown(ids[last], scores[last]);
        }
        return new TopK(bestIds, bestScores);
    }

    private void siftUp(int hole, int id, float score) {
        int at = hole;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!isWorse(id, score, ids[parent], scores[parent])) {
                break;
            }
            ids[at] = ids[parent];
            scores[at] = scores[parent];
            at = parent;
        }
        ids[at] = id;
        scores[at] = score;
    }

    private void siftDown(int id, float score) {
        int at = 0;
        int child = worseChild(at);
        while (child < size && isWorse(ids[child], scores[child], id, score)) {
            ids[at] = ids[child];
            scores[at] = scores[child];
            at = child;
            child = worseChild(at);
        }
        if (at < size) {
            ids[at] = id;
            scores[at] = score;
        }
    }

    private int worseChild(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        return right < size && isWorse(ids[right], scores[right], ids[left], scores[left])
                ? right
                : left;
    }

    private static boolean isWorse(int id, float score, int otherId, float otherScore) {
        return score < otherScore || (score == otherScore && id > otherId);
    }
}
