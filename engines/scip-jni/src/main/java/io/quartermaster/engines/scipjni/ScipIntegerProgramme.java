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
        requireLength("lower", lower.length, cost.length);
        requireLength("upper", upper.length, cost.length);
        requireLength("whole", whole.length, cost.length);
        requireLength("right", right.length, left.length);
        requireLength("starts", starts.length, left.length + 1);
        requireLength("values", values.length, indexes.length);
        requireLength("the entries", indexes.length, starts[left.length]);
        for (int row = 0; row < left.length; row++) {
            int entries = starts[row + 1] - starts[row];
            if (entries < 0 || entries > cost.length) {
                throw new IllegalArgumentException(
                        "The entries (%d) of row (%d) must be 0 to the columns (%d)."
                                .formatted(entries, row, cost.length));
            }
        }
        for (int column : indexes) {
            if (column < 0 || column >= cost.length) {
                throw new IllegalArgumentException(
                        "The column (%d) of an entry must lie within the columns (%d)."
                                .formatted(column, cost.length));
            }
        }
    }

    private static void requireLength(String name, int length, int wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(
                    "The length of %s (%d) must be %d.".formatted(name, length, wanted));
        }
    }

    /**
     * What SCIP found.
     *
     * @param status how it ended
     * @param objective of x, NaN if there is none
     * @param bound no solution costs less
     * @param x one per column, whole to 1e-6 where asked; empty if there is none
     * @param nodes of the search tree
     */
    public record Outcome(
            IntegerProgrammeStatus status,
            double objective,
            double bound,
            double[] x,
            long nodes) {}

    /**
     * Solves it. The native memory is freed before the call returns; safe from any thread.
     *
     * @param maxNodes after which it stops with NODE_LIMIT; 0 for none
     * @throws IllegalStateException when SCIP is not available or a call fails
     */
    public Outcome solve(long maxNodes) {
        ScipLibrary.ofThisProcess().require();
        double[] x = new double[cost.length];
        double[] outcome = {Double.NaN, Double.NEGATIVE_INFINITY, 0, 0};
        int ordinal =
                ScipCalls.solveMixed(
                        cost,
                        lower,
                        upper,
                        whole,
                        left,
                        right,
                        starts,
                        indexes,
                        values,
                        maxNodes == 0 ? -1 : maxNodes,
                        x,
                        outcome);
        return new Outcome(
                IntegerProgrammeStatus.values()[ordinal],
                outcome[0],
                outcome[1],
                outcome[3] > 0 ? x : new double[0],
                (long) outcome[2]);
    }
}
