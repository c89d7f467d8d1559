package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;
import java.util.Arrays;

/**
 * The truth: one row after the other, one number after the other.
 *
 * <p>The inner product is summed in single precision by fused multiply-add in the order of the
 * numbers; cosine = (product * inverse norm of the row) * inverse norm of the query, with the norms
 * of {@link SimilarityInput#inverseNorm}. A twin that keeps to this order gets the same bits.
 */
public final class ScalarSimilarityKernel implements SimilarityKernel {

    private static final int[] NOTHING = {};

    private final EngineUse use;
    private float[][] vectors = {};
    private float[] inverseNorms = {};
    private int dimensions;

    /** Opens one that counts its calls in {@code use}. */
    public ScalarSimilarityKernel(EngineUse use) {
        this.use = use;
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void load(float[][] rows) {
        dimensions = SimilarityInput.checkVectors(rows);
        vectors = new float[rows.length][];
        inverseNorms = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            vectors[row] = rows[row].clone();
            inverseNorms[row] = SimilarityInput.inverseNorm(rows[row]);
        }
    }

    @Override
    public TopK[] topK(float[][] queries, SimilarityMeasure measure, int k, int[][] exclusions) {
        SimilarityInput.checkCall(queries, dimensions, vectors.length, k, exclusions);
        use.called(queries.length);
        TopKSelection selection = new TopKSelection(k, vectors.length);
        TopK[] best = new TopK[queries.length];
        for (int query = 0; query < queries.length; query++) {
            int[] excluded = exclusions == null ? NOTHING : exclusions[query];
            select(queries[query], measure, excluded, selection);
            best[query] = selection.drain();
        }
        return best;
    }

    @Override
    public void close() {
        vectors = new float[0][];
        inverseNorms = new float[0];
        dimensions = 0;
    }

    float[][] vectors() {
        return vectors;
    }

    float[] inverseNorms() {
        return inverseNorms;
    }

    int dimensions() {
        return dimensions;
    }

    private void select(
            float[] query, SimilarityMeasure measure, int[] excluded, TopKSelection selection) {
        boolean cosine = measure == SimilarityMeasure.COSINE;
        float inverseNorm = cosine ? SimilarityInput.inverseNorm(query) : 1f;
        for (int row = 0; row < vectors.length; row++) {
            float product = product(query, vectors[row]);
            float score = cosine ? product * inverseNorms[row] * inverseNorm : product;
            if (score > selection.threshold() && Arrays.binarySearch(excluded, row) < 0) {
                selection.offer(row, score);
            }
        }
    }

    private static float product(float[] left, float[] right) {
        float sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum = Math.fma(left[i], right[i], sum);
        }
        return sum;
    }
}
