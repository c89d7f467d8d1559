package io.quartermaster.domain.optimisation;

import java.util.Arrays;

/**
 * Columns of a linear programme in compressed sparse form: column j has the entries {@code
 * starts[j]} to {@code starts[j + 1] - 1}, each a row and a value.
 *
 * @param cost one per column, finite
 * @param lower one per column, {@link Double#NEGATIVE_INFINITY} for no limit
 * @param upper one per column, not below lower, {@link Double#POSITIVE_INFINITY} for no limit
 * @param starts one more than columns, from 0, not falling
 * @param rows row of each entry, 0 or more; a column names a row once
 * @param values value of each entry, finite
 */
public record ColumnBlock(
        double[] cost, double[] lower, double[] upper, int[] starts, int[] rows, double[] values) {

    public ColumnBlock {
        SparseForm.requireEntries("column", cost.length, starts, rows, values);
        SparseForm.requireLimits("column", cost.length, lower, upper);
        SparseForm.requireFinite("cost", cost);
    }

    public int count() {
        return cost.length;
    }

    /** Writes columns one after the other. */
    public static final class Builder {
        private double[] cost = new double[16];
        private double[] lower = new double[16];
        private double[] upper = new double[16];
        private int columns;
        private final SparseForm entries = new SparseForm();

        /** Adds an entry to the open column. */
        public Builder entry(int row, double value) {
            entries.entry(row, value);
            return this;
        }

        /** Closes the open column. */
        public Builder endColumn(double costOfOne, double least, double most) {
            if (columns == cost.length) {
                cost = Arrays.copyOf(cost, columns * 2);
                lower = Arrays.copyOf(lower, columns * 2);
                upper = Arrays.copyOf(upper, columns * 2);
            }
            cost[columns] = costOfOne;
            lower[columns] = least;
            upper[columns++] = most;
            entries.end();
            return this;
        }

        /** Columns closed so far. */
        public int count() {
            return columns;
        }

        public ColumnBlock build() {
            return new ColumnBlock(
                    Arrays.copyOf(cost, columns),
                    Arrays.copyOf(lower, columns),
                    Arrays.copyOf(upper, columns),
                    entries.starts(),
                    entries.indexes(),
                    entries.values());
        }
    }
}
