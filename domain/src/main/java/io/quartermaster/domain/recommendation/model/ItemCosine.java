package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseVector;
import java.util.Arrays;

/**
 * Item-based filtering by cosine: {@link NeighbourModel} as {@link
 * NeighbourModel.Reading#ITEMS_OF_THE_USER} has it, but that a similarity kernel finds the
 * neighbours.
 *
 * @param neighbours how many count for each item, 1 to 1,024
 * @param similarity the kernel
 */
record ItemCosine(int neighbours, SimilaritySettings similarity) implements RecommendationModel {

    @Override
    public ItemScorer fit(Histories histories) {
        SparseRows byItem = SparseRows.byUser(histories).transposed();
        SparseVector[] items = new SparseVector[byItem.columns().length];
        Arrays.setAll(
                items, item -> new SparseVector(byItem.columns()[item], byItem.values()[item]));
        return new TableScorer(
                KernelTable.ofCosines(items, neighbours, similarity), new Recency(0, true));
    }
}
