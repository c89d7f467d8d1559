package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;

/** The truth for sparse vectors: each query with each row, pair by pair. */
public final class ScalarSparseKernel implements SparseSimilarityKernel {

    private final EngineUse use;
    private SparseVector[] rows = {};

    /** Opens one that counts its calls in {@code use}. */
    public ScalarSparseKernel(EngineUse use) {
        this.use = use;
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void load(SparseVector[] vectors) {
        rows = vectors.clone();
    }

    @Override
    public TopK[] topK(SparseVector[] queries, SimilarityRequest request) {
        SimilarityInput.checkRequest(queries.length, rows.length, request);
        use.called(queries.length);
        float[] additions = request.additions(rows.length);
        TopK[] best = new TopK[queries.length];
        for (int query = 0; query < queries.length; query++) {
            float[] scores = scores(queries[query], request.isCosine(), additions);
            TopKSelection selection = new TopKSelection(request.k(), rows.length);
            selection.without(request.excluded(query)).scan(scores, 0, rows.length, 0);
            best[query] = selection.drain();
        }
        return best;
    }

    @Override
    public void close() {
        rows = new SparseVector[0];
    }

    private float[] scores(SparseVector query, boolean cosine, float[] additions) {
        float[] scores = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            float product = query.product(rows[row]);
            float score =
                    cosine ? product * rows[row].inverseNorm() * query.inverseNorm() : product;
            scores[row] = additions == null ? score : score + additions[row];
        }
        return scores;
    }
}
