package io.quartermaster.engines.scipjni;

/**
 * One mixed integer programme for SCIP: min c'x subject to left &lt;= Ax &lt;= right, lower &lt;= x
 * &lt;= upper, x whole where it is said. Bounds and sides may be infinite.
 *
 * @param cost c, one per column
 * @param lower one per column
 * @param upper one per column
 * @param whole 1 where the column is whole, else 0
 * @param left one per row
 * @param right one per row
 * @param starts index of each row's first entry, one more than rows
 * @param indexes column of each entry; a row names a column once
 * @param values value of each entry
 */
public record ScipIntegerProgramme(
        double[] cost,
        double[] lower,
        double[] upper,
        int[] whole,
        double[] left,
        double[] right,
        int[] starts,
        int[] indexes,
        double[] values) {

    public ScipIntegerProgramme {
        Requirements.length("whole", whole.length, cost.length);
        Requirements.finite("cost", cost);
        Requirements.bounds(lower, upper, cost.length);
        Requirements.numbers("lower", lower);
        Requirements.numbers("upper", upper);
        Requirements.sides(left, right, left.length);
        Requirements.numbers("left", left);
        Requirements.numbers("right", right);
        Requirements.sparse("row", left.length, starts, indexes.length, values);
        Requirements.within("column", indexes, "columns", cost.length);
        for (int row = 0; row < left.length; row++) {
            int entries = starts[row + 1] - starts[row];
            if (entries > cost.length) {
                throw new IllegalArgumentException(
                        "The entries (%d) of row (%d) must be 0 to the columns (%d)."
                                .formatted(entries, row, cost.length));
            }
        }
    }
}
