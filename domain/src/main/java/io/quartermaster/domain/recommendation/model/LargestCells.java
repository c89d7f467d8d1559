package io.quartermaster.domain.recommendation.model;

/** Keeps the largest of many cells in a heap, ties by the smaller number. */
final class LargestCells {

    private final int limit;
    private int[] ids = new int[16];
    private double[] scores = new double[16];
    private int size;

    LargestCells(int limit) {
        this.limit = limit;
    }

    void offer(int id, double score) {
        if (size == limit) {
            if (limit == 0 || !isWorse(ids[0], scores[0], id, score)) {
                return;
            }
            put(0, id, score);
            sink(0);
            return;
        }
        if (size == ids.length) {
            int larger = Math.min(limit, 2 * size);
            ids = java.util.Arrays.copyOf(ids, larger);
            scores = java.util.Arrays.copyOf(scores, larger);
        }
        put(size, id, score);
        rise(size++);
    }

    /** Ids of what was kept, the largest first; nothing stays. */
    int[] drain() {
        int[] drained = new int[size];
        drainTo(drained, null);
        return drained;
    }

    /** Writes a row of a table, the largest first; nothing stays. */
    void drain(int[][] columns, float[][] values, int row) {
        columns[row] = new int[size];
        values[row] = new float[size];
        drainTo(columns[row], values[row]);
    }

    private void drainTo(int[] columns, float[] values) {
        while (size > 0) {
            int last = --size;
            columns[last] = ids[0];
            if (values != null) {
                values[last] = (float) scores[0];
            }
            put(0, ids[last], scores[last]);
            sink(0);
        }
    }

    private static boolean isWorse(int id, double score, int other, double otherScore) {
        return score < otherScore || (score == otherScore && id > other);
    }

    private void put(int at, int id, double score) {
        ids[at] = id;
        scores[at] = score;
    }

    private void rise(int from) {
        int at = from;
        while (at > 0) {
            int up = (at - 1) / 2;
            if (!isWorse(ids[at], scores[at], ids[up], scores[up])) {
                return;
            }
            swap(at, up);
            at = up;
        }
    }

    private void sink(int from) {
        int at = from;
        while (true) {
            int worst = at;
            for (int down = 2 * at + 1; down <= 2 * at + 2 && down < size; down++) {
                if (isWorse(ids[down], scores[down], ids[worst], scores[worst])) {
                    worst = down;
                }
            }
            if (worst == at) {
                return;
            }
            swap(at, worst);
            at = worst;
        }
    }

    private void swap(int one, int other) {
        int id = ids[one];
        double score = scores[one];
        put(one, ids[other], scores[other]);
        put(other, id, score);
    }
}
