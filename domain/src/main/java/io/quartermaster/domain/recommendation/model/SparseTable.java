package io.quartermaster.domain.recommendation.model;

import java.util.stream.IntStream;

/**
 * A table of weights from items to items, kept without its zeros.
 *
 * @param columns of each row, any order
 * @param values of each row, as its columns
 */
record SparseTable(int[][] columns, float[][] values) {

    private static final int ALL_CELLS = 12_000_000;
    private static final int LEAST_CELLS = 50;

    int size() {
        return columns.length;
    }

    /**
     * Cells to keep of each row, so that a table takes some memory and not more.
     *
     * @param items rows
     * @param most cells of a row at most
     */
    static int cells(int items, int most) {
        return Math.max(
                Math.min(LEAST_CELLS, most), Math.min(most, ALL_CELLS / Math.max(1, items)));
    }

    /** The weight of a cell, 0 if it is empty. */
    float at(int row, int column) {
        int[] cells = columns[row];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == column) {
                return values[row][i];
            }
        }
        return 0;
    }

    /** Largest values of each row, so many at most. */
    SparseTable nearest(int count) {
        SparseTable kept = new SparseTable(new int[size()][], new float[size()][]);
        IntStream.range(0, size())
                .parallel()
                .forEach(
                        row -> {
                            LargestCells largest = new LargestCells(count);
                            for (int i = 0; i < columns[row].length; i++) {
                                largest.offer(columns[row][i], values[row][i]);
                            }
                            largest.drain(kept.columns, kept.values, row);
                        });
        return kept;
    }

    /** Rows become columns. */
    SparseTable transposed() {
        SparseRows turned = new SparseRows(columns, values, size()).transposed();
        return new SparseTable(turned.columns(), turned.values());
    }
}
