package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.PairCounts;
import java.util.stream.IntStream;

/**
 * Finds the rows of a sparse matrix that weigh most for a row, through the rows of each of its
 * columns: exact, and work in proportion to what rows have in common.
 */
final class NeighbourFinder {

    private final SparseRows rows;
    private final SparseRows byColumn;
    private final double[] squares;
    private final double mean;
    private final ItemWeighting weighting;
    private final double shrinkage;
    private final int neighbours;
    private final ThreadLocal<double[]> dots;
    private final ThreadLocal<int[]> counts;

    /**
     * Nearest rows.
     *
     * @param ids numbers of rows, the nearest first
     * @param weights all above 0
     */
    record Nearest(int[] ids, float[] weights) {}

    NeighbourFinder(SparseRows rows, ItemWeighting weighting, double shrinkage, int neighbours) {
        this.rows = rows;
        this.byColumn = rows.transposed();
        this.weighting = weighting;
        this.shrinkage = shrinkage;
        this.neighbours = neighbours;
        int count = rows.columns().length;
        this.squares = IntStream.range(0, count).mapToDouble(rows::squares).toArray();
        double sum = 0;
        for (double one : squares) {
            sum += one;
        }
        this.mean = sum > 0 ? sum / count : 1;
        this.dots = ThreadLocal.withInitial(() -> new double[count]);
        this.counts = ThreadLocal.withInitial(() -> new int[count]);
    }

    /** The neighbours of every row, as a table. */
    SparseTable table() {
        int count = rows.columns().length;
        SparseTable table = new SparseTable(new int[count][], new float[count][]);
        IntStream.range(0, count)
                .parallel()
                .forEach(
                        row -> {
                            Nearest found = of(rows.columns()[row], rows.values()[row], row);
                            table.columns()[row] = found.ids();
                            table.values()[row] = found.weights();
                        });
        return table;
    }

    /**
     * The neighbours of a row that need not be in the matrix.
     *
     * @param except a row that is left out, -1 for none
     */
    Nearest of(int[] columns, float[] values, int except) {
        double[] dot = dots.get();
        int[] common = counts.get();
        int[] touched = touch(columns, values, dot, common);
        double own = SparseRows.squares(values);
        LargestCells largest = new LargestCells(neighbours);
        for (int row : touched) {
            if (row != except) {
                PairCounts pair =
                        new PairCounts(
                                common[row],
                                dot[row],
                                own,
                                squares[row],
                                Math.max(1, rows.width()),
                                mean);
                double weight = weighting.weight(pair, shrinkage);
                if (weight > 0) {
                    largest.offer(row, weight);
                }
            }
            dot[row] = 0;
            common[row] = 0;
        }
        int[][] ids = new int[1][];
        float[][] weights = new float[1][];
        largest.drain(ids, weights, 0);
        return new Nearest(ids[0], weights[0]);
    }

    /** Sums products into dot and counts into common; which rows there are, in order of meeting. */
    private int[] touch(int[] columns, float[] values, double[] dot, int[] common) {
        int[] touched = new int[64];
        int size = 0;
        for (int i = 0; i < columns.length; i++) {
            int[] others = byColumn.columns()[columns[i]];
            float[] theirs = byColumn.values()[columns[i]];
            for (int o = 0; o < others.length; o++) {
                if (common[others[o]]++ == 0) {
                    if (size == touched.length) {
                        touched = java.util.Arrays.copyOf(touched, 2 * size);
                    }
                    touched[size++] = others[o];
                }
                dot[others[o]] += (double) values[i] * theirs[o];
            }
        }
        return java.util.Arrays.copyOf(touched, size);
    }
}
