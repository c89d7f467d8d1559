package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import io.quartermaster.domain.similarity.SparseVector;
import io.quartermaster.domain.similarity.TopK;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest neighbours of chosen rows by cosine, themselves left out, found in one call of a
 * kernel.
 */
public final class NeighbourTable {

    private final TopK[] byRow;

    private NeighbourTable(TopK[] byRow) {
        this.byRow = byRow;
    }

    /** Searches for the neighbours of every row that the customers need. */
    public static NeighbourTable search(
            CollaborativeFilter filter,
            int[] customers,
            int neighbours,
            SparseSimilarityKernel kernel) {
        int[] asked =
                Arrays.stream(customers)
                        .flatMap(customer -> Arrays.stream(filter.rowsToAsk(customer)))
                        .distinct()
                        .sorted()
                        .toArray();
        SparseVector[] rows =
                IntStream.range(0, filter.rows())
                        .mapToObj(filter::vector)
                        .toArray(SparseVector[]::new);
        SparseVector[] queries =
                Arrays.stream(asked).mapToObj(row -> rows[row]).toArray(SparseVector[]::new);
        int[][] oneself =
                Arrays.stream(asked).mapToObj(row -> new int[] {row}).toArray(int[][]::new);
        kernel.load(rows);
        TopK[] found =
                kernel.topK(
                        queries,
                        SimilarityRequest.best(neighbours, SimilarityMeasure.COSINE)
                                .without(oneself));
        TopK[] byRow = new TopK[rows.length];
        for (int i = 0; i < asked.length; i++) {
            byRow[asked[i]] = found[i];
        }
        return new NeighbourTable(byRow);
    }

    /** The neighbours of a row, nearest first; it must have been asked for. */
    TopK of(int row) {
        return byRow[row];
    }
}
