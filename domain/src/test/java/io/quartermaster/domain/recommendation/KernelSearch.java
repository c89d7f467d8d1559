package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.ScalarSimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.TopK;

/** Searches with the scalar kernel and counts the calls. */
final class KernelSearch implements NeighbourSearch {

    private final EngineUse use = new EngineUse();
    private final ScalarSimilarityKernel kernel = new ScalarSimilarityKernel(use);

    long calls() {
        return use.calls();
    }

    @Override
    public void load(float[][] vectors) {
        kernel.load(vectors);
    }

    @Override
    public TopK[] nearest(float[][] queries, int neighbours, int[][] exclusions) {
        return kernel.topK(queries, SimilarityMeasure.COSINE, neighbours, exclusions);
    }
}
