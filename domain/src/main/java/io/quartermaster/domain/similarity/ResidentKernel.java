package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;
import java.util.List;

/** A kernel of this process: its matrix lies on the heap, and pairs are scored one by one. */
abstract sealed class ResidentKernel implements SimilarityKernel
        permits ScalarSimilarityKernel, TurnedSimilarityKernel {

    private final String name;
    private final EngineUse use;
    private final ResidentMatrix matrix = new ResidentMatrix();

    ResidentKernel(String name, EngineUse use) {
        this.name = name;
        this.use = use;
    }

    /** The best of a call that has been checked. */
    abstract TopK[] best(float[][] queries, SimilarityRequest request);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public void load(float[][] vectors) {
        matrix.load(vectors);
    }

    @Override
    public final void upsert(int[] ids, float[][] vectors) {
        matrix.upsert(ids, vectors);
    }

    @Override
    public final void delete(int... ids) {
        matrix.delete(ids);
    }

    @Override
    public final long version() {
        return matrix.version();
    }

    @Override
    public final List<MatrixPart> snapshot() {
        return matrix.snapshot();
    }

    @Override
    public void restore(List<MatrixPart> parts) {
        matrix.restore(parts);
    }

    @Override
    public final TopK[] topK(float[][] queries, SimilarityRequest request) {
        SimilarityInput.checkCall(queries, matrix, request);
        use.called(queries.length);
        return best(queries, request);
    }

    @Override
    public final float[] scores(float[][] queries, SimilarityPairs pairs) {
        SimilarityInput.checkCall(queries, matrix, pairs);
        use.called(pairs.count());
        return ScalarSimilarityKernel.scores(matrix, queries, pairs);
    }

    @Override
    public void close() {
        matrix.clear();
    }

    /** What it searches in; for an engine that keeps a copy elsewhere. Not to be changed. */
    public final ResidentMatrix matrix() {
        return matrix;
    }
}
