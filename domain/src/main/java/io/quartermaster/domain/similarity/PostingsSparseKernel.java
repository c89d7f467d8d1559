package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;
import java.util.Arrays;

/**
 * The CPU twin for sparse vectors: a query meets only the rows that share an index with it. Sums
 * run in the order of the indexes, so scores have the scalar kernel's bits.
 */
public final class PostingsSparseKernel implements SparseSimilarityKernel {

    private static final SparsePostings NOTHING = SparsePostings.of(new SparseVector[0]);

    private final String name;
    private final EngineUse use;
    private final Workers workers;
    private SparsePostings postings = NOTHING;

    /**
     * Opens one.
     *
     * @param name of the engine
     * @param use counts its calls
     * @param threads that a call is spread over; 0 for all cores
     */
    public PostingsSparseKernel(String name, EngineUse use, int threads) {
        this.name = name;
        this.use = use;
        this.workers = new Workers(threads);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void load(SparseVector[] rows) {
        postings = SparsePostings.of(rows);
    }

    @Override
    public TopK[] topK(SparseVector[] queries, SimilarityRequest request) {
        int rows = postings.inverseNorms().length;
        SimilarityInput.checkRequest(queries.length, rows, request);
        use.called(queries.length);
        float[] additions = request.additions(rows);
        TopK[] best = new TopK[queries.length];
        int parts = Math.max(1, Math.min(workers.threads(), queries.length));
        workers.run(
                parts,
                part -> {
                    float[] scores = new float[rows];
                    TopKSelection selection = new TopKSelection(request.k(), rows);
                    for (int query = part; query < queries.length; query += parts) {
                        score(queries[query], request.isCosine(), additions, scores);
                        selection.without(request.excluded(query)).scan(scores, 0, rows, 0);
                        best[query] = selection.drain();
                    }
                });
        return best;
    }

    @Override
    public void close() {
        postings = NOTHING;
        workers.close();
    }

    /** What it searches in; for an engine that keeps a copy elsewhere. */
    public SparsePostings postings() {
        return postings;
    }

    private void score(SparseVector query, boolean cosine, float[] additions, float[] scores) {
        Arrays.fill(scores, 0f);
        postings.addProducts(query, scores);
        if (cosine) {
            float[] norms = postings.inverseNorms();
            float inverseNorm = query.inverseNorm();
            for (int row = 0; row < scores.length; row++) {
                scores[row] = scores[row] * norms[row] * inverseNorm;
            }
        }
        for (int row = 0; additions != null && row < scores.length; row++) {
            scores[row] += additions[row];
        }
    }
}
