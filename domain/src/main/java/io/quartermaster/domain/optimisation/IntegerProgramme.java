package io.quartermaster.domain.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Minimise c'x subject to left &lt;= Ax &lt;= right by row, lower &lt;= x &lt;= upper, and x whole
 * where it is said.
 *
 * @param cost c, one per column
 * @param lower finite, one per column
 * @param upper not below lower, {@link Double#POSITIVE_INFINITY} for no limit
 * @param whole whether the column takes whole numbers only; then its bounds are finite
 * @param rows the rows of A with their sides
 */
public record IntegerProgramme(
        double[] cost, double[] lower, double[] upper, boolean[] whole, List<Row> rows) {

    private static final double FEASIBLE = 1e-6;

    /**
     * A row: left &lt;= sum of values times columns &lt;= right.
     *
     * @param name what it stands for, in words
     * @param columns rising
     * @param values one per column, finite
     * @param left {@link Double#NEGATIVE_INFINITY} for no limit
     * @param right {@link Double#POSITIVE_INFINITY} for no limit
     */
    public record Row(String name, int[] columns, double[] values, double left, double right) {

        public Row {
            if (columns.length != values.length) {
                throw new IllegalArgumentException(
                        "The columns (%d) and values (%d) of row (%s) must be as many."
                                .formatted(columns.length, values.length, name));
            }
            if (!(left <= right)
                    || left == Double.POSITIVE_INFINITY
                    || right == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "The sides (%s, %s) of row (%s) must be numbers, the left not above the right."
                                .formatted(left, right, name));
            }
        }

        /** What the row sums to. */
        public double activity(double[] x) {
            double sum = 0;
            for (int i = 0; i < columns.length; i++) {
                sum += values[i] * x[columns[i]];
            }
            return sum;
        }

        /** The same row with another right side. */
        public Row upTo(double newRight) {
            return new Row(name, columns, values, left, newRight);
        }

        /** The same row with another left side. */
        public Row from(double newLeft) {
            return new Row(name, columns, values, newLeft, right);
        }
    }

    public IntegerProgramme {
        rows = List.copyOf(rows);
        if (lower.length != cost.length
                || upper.length != cost.length
                || whole.length != cost.length) {
            throw new IllegalArgumentException(
                    "The costs (%d), lower bounds (%d), upper bounds (%d) and kinds (%d) must be as many."
                            .formatted(cost.length, lower.length, upper.length, whole.length));
        }
        for (int column = 0; column < cost.length; column++) {
            requireColumn(column, cost[column], lower[column], upper[column], whole[column]);
        }
        for (Row row : rows) {
            requireEntries(row, cost.length);
        }
    }

    private static void requireColumn(
            int column, double cost, double lower, double upper, boolean whole) {
        boolean bounded = Double.isFinite(lower) && upper >= lower;
        if (!Double.isFinite(cost) || !bounded || (whole && Double.isInfinite(upper))) {
            throw new IllegalArgumentException(
                    "The column %d (cost %s, bounds %s to %s) must have a finite cost, a finite lower bound and an upper bound not below it.\nMaybe a whole number lacks its upper bound."
                            .formatted(column, cost, lower, upper));
        }
    }

    private static void requireEntries(Row row, int columns) {
        for (int i = 0; i < row.columns().length; i++) {
            int column = row.columns()[i];
            boolean rises = i == 0 || column > row.columns()[i - 1];
            if (column < 0 || column >= columns || !rises || !Double.isFinite(row.values()[i])) {
                throw new IllegalArgumentException(
                        "The entry %d (column %d, value %s) of row (%s) must be finite, in rising columns below %d."
                                .formatted(i, column, row.values()[i], row.name(), columns));
            }
        }
    }

    /** The same programme within other bounds. */
    public IntegerProgramme within(double[] newLower, double[] newUpper) {
        return new IntegerProgramme(cost, newLower, newUpper, whole, rows);
    }

    /** The same programme with other rows. */
    public IntegerProgramme with(List<Row> newRows) {
        return new IntegerProgramme(cost, lower, upper, whole, newRows);
    }

    /** The same programme in which nothing costs, which is as infeasible as this. */
    public IntegerProgramme costless() {
        return new IntegerProgramme(new double[cost.length], lower, upper, whole, rows);
    }

    /** What x costs. */
    public double objective(double[] x) {
        double sum = 0;
        for (int column = 0; column < cost.length; column++) {
            sum += cost[column] * x[column];
        }
        return sum;
    }

    /** Whether x keeps every bound, whole number and row, each to a millionth of its size. */
    public boolean isFeasible(double[] x) {
        boolean feasible = x.length == cost.length;
        for (int column = 0; feasible && column < x.length; column++) {
            boolean fits =
                    !whole[column] || within(x[column], Math.rint(x[column]), Math.rint(x[column]));
            feasible = fits && within(x[column], lower[column], upper[column]);
        }
        for (int row = 0; feasible && row < rows.size(); row++) {
            Row one = rows.get(row);
            feasible = within(one.activity(x), one.left(), one.right());
        }
        return feasible;
    }

    private static boolean within(double value, double least, double most) {
        double tolerance = FEASIBLE * Math.max(1, Math.abs(value));
        return value >= least - tolerance && value <= most + tolerance;
    }

    /** Writes a programme column by column, then row by row. */
    public static final class Builder {

        private double[] cost = new double[16];
        private double[] lower = new double[16];
        private double[] upper = new double[16];
        private boolean[] whole = new boolean[16];
        private int columns;
        private final List<Row> rows = new ArrayList<>();

        /** Adds a column that is 0 or 1; returns its number. */
        public int choice(double costOfOne) {
            return column(costOfOne, 0, 1, true);
        }

        /** Adds a column; returns its number. */
        public int column(double costOfOne, double least, double most, boolean isWhole) {
            if (columns == cost.length) {
                cost = Arrays.copyOf(cost, columns * 2);
                lower = Arrays.copyOf(lower, columns * 2);
                upper = Arrays.copyOf(upper, columns * 2);
                whole = Arrays.copyOf(whole, columns * 2);
            }
            cost[columns] = costOfOne;
            lower[columns] = least;
            upper[columns] = most;
            whole[columns] = isWhole;
            return columns++;
        }

        /** Adds a row of dense values; zeros are left out, missing ones at the end are zero. */
        public Builder row(String name, double left, double[] dense, double right) {
            int[] indexes = new int[dense.length];
            double[] values = new double[dense.length];
            int count = 0;
            for (int column = 0; column < dense.length; column++) {
                if (dense[column] != 0) {
                    indexes[count] = column;
                    values[count++] = dense[column];
                }
            }
            rows.add(
                    new Row(
                            name,
                            Arrays.copyOf(indexes, count),
                            Arrays.copyOf(values, count),
                            left,
                            right));
            return this;
        }

        public IntegerProgramme build() {
            return new IntegerProgramme(
                    Arrays.copyOf(cost, columns),
                    Arrays.copyOf(lower, columns),
                    Arrays.copyOf(upper, columns),
                    Arrays.copyOf(whole, columns),
                    rows);
        }
    }
}
