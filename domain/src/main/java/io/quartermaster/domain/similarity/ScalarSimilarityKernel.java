package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;
import java.util.Arrays;

/**
 * The truth: one row after the other, one number after the other.
 *
 * <p>The inner product is summed in single precision by fused multiply-add in the order of the
 * numbers; cosine = (product * inverse norm of the row) * inverse norm of the query, with the norms
 * of {@link SimilarityInput#inverseNorm}; the bonus is added to that. A twin that keeps to this
 * order gets the same bits.
 */
public final class ScalarSimilarityKernel extends ResidentKernel {

    /** Opens one that counts its calls in {@code use}. */
    public ScalarSimilarityKernel(EngineUse use) {
        super("scalar", use);
    }

    @Override
    TopK[] best(float[][] queries, SimilarityRequest request) {
        return topK(matrix(), queries, request);
    }

    /** The best of a matrix; for twins whose matrix is too small to be worth their pains. */
    static TopK[] topK(ResidentMatrix matrix, float[][] queries, SimilarityRequest request) {
        float[] additions = matrix.additions(request);
        TopKSelection selection = new TopKSelection(request.k(), matrix.places());
        TopK[] best = new TopK[queries.length];
        for (int query = 0; query < queries.length; query++) {
            int[] excluded = request.excluded(query);
            select(matrix, queries[query], request.isCosine(), additions, excluded, selection);
            best[query] = selection.drain();
        }
        return best;
    }

    /** The scores of pairs, one by one. */
    static float[] scores(ResidentMatrix matrix, float[][] queries, SimilarityPairs pairs) {
        VectorStore store = matrix.store();
        boolean cosine = pairs.measure() == SimilarityMeasure.COSINE;
        float[] inverseNorms = new float[queries.length];
        for (int query = 0; cosine && query < queries.length; query++) {
            inverseNorms[query] = SimilarityInput.inverseNorm(queries[query]);
        }
        float[] scores = new float[pairs.count()];
        for (int pair = 0; pair < scores.length; pair++) {
            int id = pairs.ids()[pair];
            int query = pairs.queries()[pair];
            float product = product(queries[query], store.vector(id));
            scores[pair] =
                    (cosine ? product * store.inverseNorm(id) * inverseNorms[query] : product) + 0f;
        }
        return scores;
    }

    private static void select(
            ResidentMatrix matrix,
            float[] query,
            boolean cosine,
            float[] additions,
            int[] excluded,
            TopKSelection selection) {
        VectorStore store = matrix.store();
        float inverseNorm = cosine ? SimilarityInput.inverseNorm(query) : 1f;
        for (int id = 0; id < matrix.places(); id++) {
            if (matrix.holds(id)) {
                float product = product(query, store.vector(id));
                float score = cosine ? product * store.inverseNorm(id) * inverseNorm : product;
                float total = additions == null ? score : score + additions[id];
                if (total > selection.threshold() && Arrays.binarySearch(excluded, id) < 0) {
                    selection.offer(id, total);
                }
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
