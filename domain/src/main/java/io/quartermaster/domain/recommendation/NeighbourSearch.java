package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.similarity.TopK;

/** Finds nearest neighbours by cosine, many queries in one call. */
public interface NeighbourSearch {

    /** Replaces the vectors to search in. */
    void load(float[][] vectors);

    /** The nearest of each query, one call of the engine. */
    TopK[] nearest(float[][] queries, int neighbours, int[][] exclusions);
}
