package io.quartermaster.domain.similarity;

import java.util.Arrays;

/**
 * Scores the queries of a call against one panel after the other. A few columns, which stay in the
 * first cache, meet all queries of a block before the next columns do.
 */
final class PanelPass {

    private static final int COLUMNS = 4;
    private static final int COLUMNS_OF_BLOCK = 12;
    private static final int QUERIES_OF_BLOCK = 64;

    private final ScoringCall call;
    private final int from;
    private final TopKSelection[] selections;
    private final float[][] queries;
    private final float[][] scores;
    private final float[] additions;

    /**
     * @param width rows of the widest panel
     */
    PanelPass(ScoringCall call, int from, TopKSelection[] selections, int width) {
        this.call = call;
        this.from = from;
        this.selections = selections;
        this.queries = new float[selections.length][];
        for (int i = 0; i < queries.length; i++) {
            float[] query = call.queries()[from + i];
            queries[i] = Arrays.copyOf(query, padded(query.length));
        }
        this.scores = new float[Math.min(queries.length, QUERIES_OF_BLOCK)][width];
        this.additions = new float[call.additions() == null ? 0 : width];
    }

    /** Rounds a number of columns up to whole passes. */
    static int padded(int columns) {
        return (columns + COLUMNS - 1) / COLUMNS * COLUMNS;
    }

    /**
     * Scores and selects.
     *
     * @param columns the panel
     * @param firstId of its rows
     * @param rows of it that are ids
     */
    void select(float[][] columns, float[] inverseNorms, int firstId, int rows) {
        if (call.additions() != null) {
            System.arraycopy(call.additions(), firstId, additions, 0, rows);
        }
        for (int first = 0; first < queries.length; first += QUERIES_OF_BLOCK) {
            int count = Math.min(queries.length - first, QUERIES_OF_BLOCK);
            score(columns, first, count, inverseNorms.length);
            for (int i = 0; i < count; i++) {
                finish(first + i, inverseNorms, scores[i]);
                selections[first + i].scan(scores[i], 0, rows, firstId);
            }
        }
    }

    private void score(float[][] columns, int first, int count, int width) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(scores[i], 0, width, 0f);
        }
        for (int block = 0; block < columns.length; block += COLUMNS_OF_BLOCK) {
            int end = Math.min(columns.length, block + COLUMNS_OF_BLOCK);
            for (int i = 0; i < count; i++) {
                for (int j = block; j < end; j += COLUMNS) {
                    addFour(columns, j, queries[first + i], scores[i], width);
                }
            }
        }
    }

    /**
     * Four columns a pass: a partial sum is read and written once for four products. With eight the
     * loop's body passes the size up to which the compiler unrolls, and so vectorises, it.
     */
    private static void addFour(
            float[][] columns, int at, float[] query, float[] scores, int width) {
        float[] column0 = columns[at];
        float[] column1 = columns[at + 1];
        float[] column2 = columns[at + 2];
        float[] column3 = columns[at + 3];
        float value0 = query[at];
        float value1 = query[at + 1];
        float value2 = query[at + 2];
        float value3 = query[at + 3];
        for (int i = 0; i < width; i++) {
            float two = Math.fma(value1, column1[i], Math.fma(value0, column0[i], scores[i]));
            scores[i] = Math.fma(value3, column3[i], Math.fma(value2, column2[i], two));
        }
    }

    private void finish(int query, float[] inverseNorms, float[] score) {
        if (call.inverseNorms() != null) {
            scale(inverseNorms, call.inverseNorms()[from + query], score);
        }
        if (call.additions() != null) {
            add(additions, score, inverseNorms.length);
        }
    }

    private static void scale(float[] norms, float inverseNorm, float[] scores) {
        for (int i = 0; i < norms.length; i++) {
            scores[i] = scores[i] * norms[i] * inverseNorm;
        }
    }

    private static void add(float[] additions, float[] scores, int width) {
        for (int i = 0; i < width; i++) {
            scores[i] += additions[i];
        }
    }
}
