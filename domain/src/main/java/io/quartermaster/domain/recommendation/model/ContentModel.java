package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import java.util.Arrays;
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
 */
record ContentModel(ItemContent content, double fall, long seed) implements RecommendationModel {

    private static final int NEIGHBOURS = 200;
    private static final int BUNDLE = 512;

    @Override
    public ItemScorer fit(Histories histories) {
        return scorer(table(content, histories, seed));
    }

    ItemScorer scorer(SparseTable table) {
        return new TableScorer(table, new Recency(fall, false));
    }

    @Override
    public String toString() {
        return "ContentModel[fall=" + fall + "]";
    }

    /** The nearest of each item, weights above 0. */
    static SparseTable table(ItemContent content, Histories histories, long seed) {
        List<int[]> chosen =
                IntStream.range(0, histories.users())
                        .mapToObj(user -> histories.of(user).items())
                        .toList();
        float[][] vectors = content.fusion(chosen, seed).vectors();
        SparseTable table = new SparseTable(new int[vectors.length][], new float[vectors.length][]);
        SimilaritySettings settings = SimilaritySettings.DEFAULT.withThreads(0);
        try (SimilarityKernel kernel =
                SimilarityEngines.engine(SimilarityEngines.choose(settings.engine()))
                        .open(settings)) {
            kernel.load(vectors);
            for (int from = 0; from < vectors.length; from += BUNDLE) {
                int to = Math.min(vectors.length, from + BUNDLE);
                fill(table, kernel, Arrays.copyOfRange(vectors, from, to), from);
            }
        }
        return table;
    }

    private static void fill(
            SparseTable table, SimilarityKernel kernel, float[][] queries, int from) {
        int[][] oneself = new int[queries.length][];
        Arrays.setAll(oneself, i -> new int[] {from + i});
        SimilarityRequest request =
                SimilarityRequest.best(NEIGHBOURS, SimilarityMeasure.INNER_PRODUCT)
                        .without(oneself);
        TopK[] best = kernel.topK(queries, request);
        for (int i = 0; i < best.length; i++) {
            int count = 0;
            while (count < best[i].scores().length && best[i].scores()[count] > 0) {
                count++;
            }
            table.columns()[from + i] = Arrays.copyOf(best[i].ids(), count);
            table.values()[from + i] = Arrays.copyOf(best[i].scores(), count);
        }
    }
}
