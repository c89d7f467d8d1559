package io.quartermaster.domain.recommendation.incremental;

import io.quartermaster.domain.recommendation.ItemWeighting;

/**
 * How an item-to-item table is made.
 *
 * @param weighting formula of a weight
 * @param shrinkage customers whose word is taken half, 0 or more
 * @param neighbours the best so many of each item are kept, 1 or more
 */
public record TableSettings(ItemWeighting weighting, double shrinkage, int neighbours) {

    public TableSettings {
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException(
                    "The shrinkage (%s) must be 0 or more customers.".formatted(shrinkage));
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException(
                    "The number of neighbours (%d) must be 1 or more.".formatted(neighbours));
        }
    }

    /** Whether a weight depends on its two items alone, and not on how many there are. */
    boolean isLocal() {
        return switch (weighting) {
            case COSINE, JACCARD, CONDITIONAL_PROBABILITY -> true;
            case BM25, TF_IDF -> false;
        };
    }
}
