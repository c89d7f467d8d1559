package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import io.quartermaster.domain.similarity.SparseVector;
import io.quartermaster.domain.similarity.TopK;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * Tables of the nearest of each of many vectors, itself left out and weights above 0, as a
 * similarity kernel finds them.
 */
final class KernelTable {

    private static final int BUNDLE = 512;

    private KernelTable() {}

    /** By inner product of dense vectors. */
    static SparseTable ofProducts(float[][] vectors, int neighbours, SimilaritySettings settings) {
        return ofDense(vectors, neighbours, SimilarityMeasure.INNER_PRODUCT, settings);
    }

    /** By cosine of dense vectors. */
    static SparseTable ofCosines(float[][] vectors, int neighbours, SimilaritySettings settings) {
        return ofDense(vectors, neighbours, SimilarityMeasure.COSINE, settings);
    }

    private static SparseTable ofDense(
            float[][] vectors,
            int neighbours,
            SimilarityMeasure measure,
            SimilaritySettings settings) {
        try (SimilarityKernel kernel = SimilarityEngines.open(settings)) {
            kernel.load(vectors);
            return table(vectors, neighbours, measure, kernel::topK);
        }
    }

    /** By cosine of sparse vectors. */
    static SparseTable ofCosines(
            SparseVector[] vectors, int neighbours, SimilaritySettings settings) {
        try (SparseSimilarityKernel kernel = SimilarityEngines.openSparse(settings)) {
            kernel.load(vectors);
            return table(vectors, neighbours, SimilarityMeasure.COSINE, kernel::topK);
        }
    }

    private static <V> SparseTable table(
            V[] vectors,
            int neighbours,
            SimilarityMeasure measure,
            BiFunction<V[], SimilarityRequest, TopK[]> search) {
        SparseTable table = new SparseTable(new int[vectors.length][], new float[vectors.length][]);
        for (int from = 0; from < vectors.length; from += BUNDLE) {
            V[] queries =
                    Arrays.copyOfRange(vectors, from, Math.min(vectors.length, from + BUNDLE));
            int[][] oneself = new int[queries.length][1];
            for (int i = 0; i < queries.length; i++) {
                oneself[i][0] = from + i;
            }
            SimilarityRequest request =
                    SimilarityRequest.best(neighbours, measure).without(oneself);
            TopK[] best = search.apply(queries, request);
            for (int i = 0; i < best.length; i++) {
                keep(best[i], table, from + i);
            }
        }
        return table;
    }

    private static void keep(TopK best, SparseTable table, int row) {
        int count = 0;
        while (count < best.scores().length && best.scores()[count] > 0) {
            count++;
        }
        table.columns()[row] = Arrays.copyOf(best.ids(), count);
        table.values()[row] = Arrays.copyOf(best.scores(), count);
    }
}
