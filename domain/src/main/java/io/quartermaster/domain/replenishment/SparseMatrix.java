package io.quartermaster.domain.replenishment;

import java.util.Arrays;

/**
 * A matrix in compressed sparse row form.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param rowStarts index of each row's first entry, {@code rows + 1} long
 * @param columnIndexes column of each entry
 * @param values value of each entry
 */
public record SparseMatrix(
        int rows, int columns, int[] rowStarts, int[] columnIndexes, double[] values) {

    public SparseMatrix {
        if (rowStarts.length != rows + 1
                || columnIndexes.length != values.length
                || rowStarts[rows] != values.length) {
            throw new IllegalArgumentException(
                    "The row starts (%d) and entries (%d, %d) must fit the rows (%d)."
                            .formatted(
                                    rowStarts.length, columnIndexes.length, values.length, rows));
        }
        for (int column : columnIndexes) {
            if (column < 0 || column >= columns) {
                throw new IllegalArgumentException(
                        "The column (%d) must lie within the columns (%d)."
                                .formatted(column, columns));
            }
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "The matrix entry (%s) must be a finite number.".formatted(value));
            }
        }
    }

    /** The sparse form of dense rows; zeros are left out. */
    public static SparseMatrix ofRows(double[][] dense, int columns) {
        Builder builder = new Builder(columns);
        for (double[] row : dense) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "The row's length (%d) must equal the columns (%d)."
                                .formatted(row.length, columns));
            }
            for (int column = 0; column < columns; column++) {
                if (row[column] != 0) {
                    builder.entry(column, row[column]);
                }
            }
            builder.endRow();
        }
        return builder.build();
    }

    /** Writes a matrix row by row. */
    public static final class Builder {
        private final int columns;
        private int[] starts = new int[16];
        private int[] indexes = new int[64];
        private double[] entries = new double[64];
        private int rows;
        private int size;

        public Builder(int columns) {
            this.columns = columns;
        }

        /** Adds an entry to the open row. */
        public Builder entry(int column, double value) {
            if (size == entries.length) {
                indexes = Arrays.copyOf(indexes, size * 2);
                entries = Arrays.copyOf(entries, size * 2);
            }
            indexes[size] = column;
            entries[size++] = value;
            return this;
        }

        /** Closes the open row. */
        public Builder endRow() {
            if (rows + 2 > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[++rows] = size;
            return this;
        }

        public SparseMatrix build() {
            return new SparseMatrix(
                    rows,
                    columns,
                    Arrays.copyOf(starts, rows + 1),
                    Arrays.copyOf(indexes, size),
                    Arrays.copyOf(entries, size));
        }
    }
}
