package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.similarity.TopK;
import io.quartermaster.domain.similarity.TopKSelection;
import java.util.Arrays;

/**
 * The nearest neighbours of chosen rows, themselves left out.
 *
 * <p>The whole matrix goes to the engine in one call where it has at most 16 million numbers. A
 * larger one goes in blocks of rows, whose answers are joined, so that memory stays bounded; the
 * result is the same.
 */
public final class NeighbourTable {

    private static final long NUMBERS_OF_BLOCK = 1L << 24;
    private static final int[] NOTHING = {};

    private final TopK[] byRow;

    private NeighbourTable(TopK[] byRow) {
        this.byRow = byRow;
    }

    /** Searches for the neighbours of every row that the customers need. */
    public static NeighbourTable search(
            CollaborativeFilter filter, int[] customers, int neighbours, NeighbourSearch search) {
        return search(filter, customers, neighbours, search, NUMBERS_OF_BLOCK);
    }

    static NeighbourTable search(
            CollaborativeFilter filter,
            int[] customers,
            int neighbours,
            NeighbourSearch search,
            long numbersOfBlock) {
        int[] asked =
                Arrays.stream(customers)
                        .flatMap(customer -> Arrays.stream(filter.rowsToAsk(customer)))
                        .distinct()
                        .sorted()
                        .toArray();
        int block = (int) Math.max(1, numbersOfBlock / Math.max(1, filter.dimensions()));
        TopKSelection[] selections = new TopKSelection[asked.length];
        Arrays.setAll(selections, i -> new TopKSelection(neighbours, filter.rows()));
        for (int start = 0; start < filter.rows(); start += block) {
            float[][] vectors = vectors(filter, start, Math.min(filter.rows(), start + block));
            search.load(vectors);
            for (int from = 0; from < asked.length; from += block) {
                int to = Math.min(asked.length, from + block);
                int[] batch = Arrays.copyOfRange(asked, from, to);
                TopK[] found =
                        search.nearest(
                                queries(filter, batch, vectors, start),
                                neighbours,
                                exclusions(batch, start, vectors.length));
                join(found, start, selections, from);
            }
        }
        TopK[] byRow = new TopK[filter.rows()];
        for (int i = 0; i < asked.length; i++) {
            byRow[asked[i]] = selections[i].drain();
        }
        return new NeighbourTable(byRow);
    }

    /** The neighbours of a row, nearest first; it must have been asked for. */
    TopK of(int row) {
        return byRow[row];
    }

    private static float[][] vectors(CollaborativeFilter filter, int from, int to) {
        float[][] vectors = new float[to - from][];
        for (int row = from; row < to; row++) {
            vectors[row - from] = filter.vector(row);
        }
        return vectors;
    }

    private static float[][] queries(
            CollaborativeFilter filter, int[] rows, float[][] vectors, int start) {
        float[][] queries = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            int at = rows[i] - start;
            boolean there = at >= 0 && at < vectors.length;
            queries[i] = there ? vectors[at] : filter.vector(rows[i]);
        }
        return queries;
    }

    private static int[][] exclusions(int[] rows, int start, int length) {
        int[][] exclusions = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            int at = rows[i] - start;
            exclusions[i] = at >= 0 && at < length ? new int[] {at} : NOTHING;
        }
        return exclusions;
    }

    private static void join(TopK[] found, int start, TopKSelection[] selections, int from) {
        for (int i = 0; i < found.length; i++) {
            for (int n = 0; n < found[i].ids().length; n++) {
                selections[from + i].offer(start + found[i].ids()[n], found[i].scores()[n]);
            }
        }
    }
}
