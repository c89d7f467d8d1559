package io.quartermaster.domain.optimisation;

import java.util.Arrays;

/**
 * Rows of a linear programme in compressed sparse form: row i has the entries {@code starts[i]} to
 * {@code starts[i + 1] - 1}, each a column and a value.
 *
 * @param left one per row, {@link Double#NEGATIVE_INFINITY} for no limit
 * @param right one per row, not below left, {@link Double#POSITIVE_INFINITY} for no limit
 * @param starts one more than rows, from 0, not falling
 * @param columns column of each entry, 0 or more; a row names a column once
 * @param values value of each entry, finite
 */
public record RowBlock(
        double[] left, double[] right, int[] starts, int[] columns, double[] values) {

    public RowBlock {
        SparseForm.requireEntries("row", left.length, starts, columns, values);
        SparseForm.requireLimits("row", left.length, left, right);
    }

    public int count() {
        return left.length;
    }

    /** Rows without entries, which columns will fill. */
    public static RowBlock empty(double[] left, double[] right) {
        return new RowBlock(left, right, new int[left.length + 1], new int[0], new double[0]);
    }

    /** Writes rows one after the other. */
    public static final class Builder {
        private double[] left = new double[16];
        private double[] right = new double[16];
        private int rows;
        private final SparseForm entries = new SparseForm();

        /** Adds an entry to the open row. */
        public Builder entry(int column, double value) {
            entries.entry(column, value);
            return this;
        }

        /** Closes the open row. */
        public Builder endRow(double least, double most) {
            if (rows == left.length) {
                left = Arrays.copyOf(left, rows * 2);
                right = Arrays.copyOf(right, rows * 2);
            }
            left[rows] = least;
            right[rows++] = most;
            entries.end();
            return this;
        }

        /** Rows closed so far. */
        public int count() {
            return rows;
        }

        public RowBlock build() {
            return new RowBlock(
                    Arrays.copyOf(left, rows),
                    Arrays.copyOf(right, rows),
                    entries.starts(),
                    entries.indexes(),
                    entries.values());
        }
    }
}
