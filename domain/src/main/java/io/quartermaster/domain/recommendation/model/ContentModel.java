package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Items of like content: the nearest of each by its fused vector (see {@link
 * io.quartermaster.domain.recommendation.content.ContentFusion}), from the user's items to others.
 * So an item that nobody has had to do with can be found.
 *
 * @param content of the items
 * @param fall how quickly a history's events fade
 * @param seed of all chance
 * @param similarity what finds the nearest
 */
record ContentModel(ItemContent content, double fall, long seed, SimilaritySettings similarity)
        implements RecommendationModel {

    private static final int NEIGHBOURS = 200;

    @Override
    public ItemScorer fit(Histories histories) {
        return scorer(table(histories));
    }

    ItemScorer scorer(SparseTable table) {
        return new TableScorer(table, new Recency(fall, false));
    }

    @Override
    public String toString() {
        return "ContentModel[fall=" + fall + "]";
    }

    /** The nearest of each item, weights above 0. */
    SparseTable table(Histories histories) {
        List<int[]> chosen =
                IntStream.range(0, histories.users())
                        .mapToObj(user -> histories.of(user).items())
                        .toList();
        float[][] vectors = content.fusion(chosen, seed).vectors();
        return KernelTable.ofProducts(vectors, NEIGHBOURS, similarity);
    }
}
