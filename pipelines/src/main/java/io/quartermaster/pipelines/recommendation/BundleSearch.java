package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.NeighbourSearch;
import io.quartermaster.domain.similarity.TopK;
import io.quartermaster.udfs.similarity.SimilarityBundle;

/** Searches neighbours through the bundle that SQL functions use too: one engine call a bundle. */
public final class BundleSearch implements NeighbourSearch {

    private final SimilarityBundle bundle;

    public BundleSearch(SimilarityBundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public void load(float[][] vectors) {
        bundle.load(vectors);
    }

    @Override
    public TopK[] nearest(float[][] queries, int neighbours, int[][] exclusions) {
        return bundle.nearest(queries, neighbours, exclusions);
    }
}
