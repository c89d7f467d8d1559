package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.similarity.SimilaritySettings;

/** What is like a user's items by cosine of vectors that are given; those of late count more. */
public final class LikenessScorer {

    private static final int NEIGHBOURS = 200;
    private static final double FALL = 1;

    private LikenessScorer() {}

    /**
     * Finds the nearest of each item.
     *
     * @param vectors by item, of one length; zeros of an item of which nothing is known
     */
    public static ItemScorer of(float[][] vectors, SimilaritySettings similarity) {
        return new TableScorer(
                KernelTable.ofCosines(vectors, NEIGHBOURS, similarity), new Recency(FALL, false));
    }
}
