package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.optimisation.Cholesky;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A linear item model for catalogues whose whole Gram matrix does not fit: each column of weights
 * is a ridge regression on the items nearest to it alone.
 *
 * <p>Column j of W solves (G + l I) w = t over the items i with the largest t(i,j) / sqrt(n(i)), G
 * the sums of pairs of items and t the sums of items with j. Source: Ning and Karypis 2011
 * (fsSLIM), with the ridge of Steck 2019 in place of its elastic net.
 */
final class LocalRidge {

    private LocalRidge() {}

    /**
     * Solves all columns.
     *
     * @param sums the Gram matrix
     * @param targets t of row i and column j
     */
    static SparseTable fit(
            PairSums sums, SparseTable targets, double regularisation, int candidates) {
        SparseTable gram = sums.table();
        double[] diagonal = sums.diagonal();
        int n = gram.size();
        SparseTable byColumn = targets.transposed();
        SparseTable columns = new SparseTable(new int[n][], new float[n][]);
        ThreadLocal<int[]> places =
                ThreadLocal.withInitial(
                        () -> {
                            int[] none = new int[n];
                            Arrays.fill(none, -1);
                            return none;
                        });
        IntStream.range(0, n)
                .parallel()
                .forEach(
                        j ->
                                column(
                                        gram,
                                        diagonal,
                                        byColumn,
                                        regularisation,
                                        candidates,
                                        places.get(),
                                        j,
                                        columns));
        return columns.transposed();
    }

    private static void column(
            SparseTable gram,
            double[] diagonal,
            SparseTable byColumn,
            double regularisation,
            int candidates,
            int[] places,
            int j,
            SparseTable columns) {
        LargestCells largest = new LargestCells(candidates);
        int[] cells = byColumn.columns()[j];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != j) {
                double size = Math.sqrt(diagonal[cells[i]] + regularisation);
                largest.offer(i, byColumn.values()[j][i] / size);
            }
        }
        int[] chosen = largest.drain();
        double[] right = new double[chosen.length];
        int[] items = new int[chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            items[k] = cells[chosen[k]];
            right[k] = byColumn.values()[j][chosen[k]];
            places[items[k]] = k;
        }
        double[][] matrix = new double[items.length][];
        for (int k = 0; k < items.length; k++) {
            matrix[k] = new double[items.length];
            matrix[k][k] = diagonal[items[k]] + regularisation;
            int[] others = gram.columns()[items[k]];
            for (int o = 0; o < others.length; o++) {
                int at = places[others[o]];
                if (at > k) {
                    matrix[k][at] = gram.values()[items[k]][o];
                }
            }
        }
        for (int item : items) {
            places[item] = -1;
        }
        if (!Cholesky.solve(matrix, right)) {
            Arrays.fill(right, 0);
        }
        columns.columns()[j] = items;
        columns.values()[j] = new float[items.length];
        for (int k = 0; k < items.length; k++) {
            columns.values()[j][k] = (float) right[k];
        }
    }
}
