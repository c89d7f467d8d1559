package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.optimisation.ColumnBlock;
import java.util.Arrays;

/**
 * The matrix [A B] of a plain programme by columns: first the orders x, then the stock y.
 *
 * @param starts index of each column's first entry, one more than columns
 * @param rows row of each entry, rising within a column
 * @param values value of each entry
 */
record PlainColumns(int[] starts, int[] rows, double[] values) {

    static PlainColumns of(PlainProgramme programme) {
        SparseMatrix arrivals = programme.arrivals();
        SparseMatrix balance = programme.balance();
        int columns = arrivals.columns() + balance.columns();
        int entries = arrivals.values().length + balance.values().length;
        PlainColumns form =
                new PlainColumns(new int[columns + 1], new int[entries], new double[entries]);
        form.count(arrivals, 0);
        form.count(balance, arrivals.columns());
        for (int column = 0; column < columns; column++) {
            form.starts[column + 1] += form.starts[column];
        }
        int[] next = form.starts.clone();
        form.fill(arrivals, 0, next);
        form.fill(balance, arrivals.columns(), next);
        return form;
    }

    /** The columns with their costs and limits. */
    static ColumnBlock block(PlainProgramme programme) {
        PlainColumns form = of(programme);
        double[] cost = joined(programme.orderCost(), programme.stockCost());
        return new ColumnBlock(
                cost,
                new double[cost.length],
                joined(programme.orderLimit(), programme.stockLimit()),
                form.starts,
                form.rows,
                form.values);
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void count(SparseMatrix matrix, int firstColumn) {
        for (int column : matrix.columnIndexes()) {
            starts[firstColumn + column + 1]++;
        }
    }

    private void fill(SparseMatrix matrix, int firstColumn, int[] next) {
        for (int row = 0; row < matrix.rows(); row++) {
            for (int i = matrix.rowStarts()[row]; i < matrix.rowStarts()[row + 1]; i++) {
                int at = next[firstColumn + matrix.columnIndexes()[i]]++;
                rows[at] = row;
                values[at] = matrix.values()[i];
            }
        }
    }
}
