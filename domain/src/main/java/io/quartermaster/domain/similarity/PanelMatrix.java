package io.quartermaster.domain.similarity;

import java.util.Arrays;

/**
 * The resident matrix, cut into panels of 512 rows and turned: {@code panels[p][j][i]} is number j
 * of row {@code 512 p + i}. Each {@code float[512]} is an array of its own, because the compiler
 * vectorises a loop over several arrays only when it can tell them apart.
 */
final class PanelMatrix {

    private static final int WIDTH = 512;
    private static final int STEP = 4;
    private static final int[] NOTHING = {};

    private final float[][][] panels;
    private final float[][] inverseNorms;
    private final int rows;

    PanelMatrix(float[][] vectors, float[] norms, int dimensions) {
        rows = vectors.length;
        int count = (rows + WIDTH - 1) / WIDTH;
        panels = new float[count][][];
        inverseNorms = new float[count][];
        for (int panel = 0; panel < count; panel++) {
            int from = panel * WIDTH;
            int to = Math.min(rows, from + WIDTH);
            panels[panel] = turned(vectors, from, to, dimensions);
            inverseNorms[panel] = Arrays.copyOfRange(norms, from, to);
        }
    }

    /** Scores every row for each query and selects. */
    TopK[] topK(float[][] queries, SimilarityMeasure measure, int k, int[][] exclusions) {
        Terms[] terms = new Terms[queries.length];
        TopKSelection[] selections = new TopKSelection[queries.length];
        for (int query = 0; query < queries.length; query++) {
            terms[query] = Terms.of(queries[query], measure);
            selections[query] = new TopKSelection(k, rows);
        }
        float[] scores = new float[WIDTH];
        for (int panel = 0; panel < panels.length; panel++) {
            for (int query = 0; query < queries.length; query++) {
                score(panel, terms[query], scores);
                int[] excluded = exclusions == null ? NOTHING : exclusions[query];
                select(panel, scores, excluded, selections[query]);
            }
        }
        return Arrays.stream(selections).map(TopKSelection::drain).toArray(TopK[]::new);
    }

    private void score(int panel, Terms terms, float[] scores) {
        float[][] columns = panels[panel];
        int width = inverseNorms[panel].length;
        Arrays.fill(scores, 0, width, 0f);
        int done = 0;
        for (; done + STEP <= terms.count; done += STEP) {
            addFour(
                    columns[terms.index[done]],
                    columns[terms.index[done + 1]],
                    columns[terms.index[done + 2]],
                    columns[terms.index[done + 3]],
                    terms.value,
                    done,
                    scores,
                    width);
        }
        for (; done < terms.count; done++) {
            addOne(columns[terms.index[done]], terms.value[done], scores, width);
        }
        if (terms.cosine) {
            scale(inverseNorms[panel], terms.inverseNorm, scores, width);
        }
    }

    /**
     * Four terms a pass: a partial sum is read and written once for four products. With eight the
     * loop's body passes the size up to which the compiler unrolls, and so vectorises, it.
     */
    private static void addFour(
            float[] column0,
            float[] column1,
            float[] column2,
            float[] column3,
            float[] value,
            int at,
            float[] scores,
            int width) {
        float value0 = value[at];
        float value1 = value[at + 1];
        float value2 = value[at + 2];
        float value3 = value[at + 3];
        for (int i = 0; i < width; i++) {
            float two = Math.fma(value1, column1[i], Math.fma(value0, column0[i], scores[i]));
            scores[i] = Math.fma(value3, column3[i], Math.fma(value2, column2[i], two));
        }
    }

    private static void addOne(float[] column, float value, float[] scores, int width) {
        for (int i = 0; i < width; i++) {
            scores[i] = Math.fma(value, column[i], scores[i]);
        }
    }

    private static void scale(float[] norms, float inverseNorm, float[] scores, int width) {
        for (int i = 0; i < width; i++) {
            scores[i] = scores[i] * norms[i] * inverseNorm;
        }
    }

    private void select(int panel, float[] scores, int[] excluded, TopKSelection selection) {
        int from = panel * WIDTH;
        int width = inverseNorms[panel].length;
        float threshold = selection.threshold();
        for (int i = 0; i < width; i++) {
            if (scores[i] > threshold && Arrays.binarySearch(excluded, from + i) < 0) {
                selection.offer(from + i, scores[i]);
                threshold = selection.threshold();
            }
        }
    }

    private static float[][] turned(float[][] vectors, int from, int to, int dimensions) {
        float[][] columns = new float[dimensions][to - from];
        for (int row = from; row < to; row++) {
            float[] vector = vectors[row];
            for (int j = 0; j < dimensions; j++) {
                columns[j][row - from] = vector[j];
            }
        }
        return columns;
    }

    /**
     * The numbers of a query that are not 0, in order. A term of 0 adds nothing, so leaving it out
     * keeps every bit; it makes the sparse vectors of purchases as cheap as they are short.
     */
    private record Terms(int[] index, float[] value, int count, boolean cosine, float inverseNorm) {

        static Terms of(float[] query, SimilarityMeasure measure) {
            int count = 0;
            for (float number : query) {
                count += number != 0f ? 1 : 0;
            }
            int[] index = new int[count];
            float[] value = new float[count];
            int at = 0;
            for (int j = 0; j < query.length; j++) {
                if (query[j] != 0f) {
                    index[at] = j;
                    value[at++] = query[j];
                }
            }
            boolean cosine = measure == SimilarityMeasure.COSINE;
            float norm = cosine ? SimilarityInput.inverseNorm(value) : 1f;
            return new Terms(index, value, count, cosine, norm);
        }
    }
}
