package io.quartermaster.engines.scipjni;

/**
 * One linear programme in SCIP's LP solver: min c'x subject to left &lt;= Ax &lt;= right, lower
 * &lt;= x &lt;= upper. Belongs to one thread; frees its native memory when closed.
 */
public final class ScipLinearProgramme implements AutoCloseable {

    private final long handle;
    private final double infinity;
    private int columns;
    private int rows;
    private boolean closed;

    /**
     * An empty programme.
     *
     * @throws IllegalStateException when SCIP is not available
     */
    public ScipLinearProgramme() {
        ScipLibrary.ofThisProcess().require();
        handle = ScipCalls.create();
        infinity = ScipCalls.infinity(handle);
    }

    /**
     * Replaces the programme. The matrix comes by columns: column j has the entries {@code
     * starts[j]} to {@code starts[j + 1] - 1}, each a row and a value. Infinite bounds are allowed.
     */
    public void load(
            double[] objective,
            double[] lower,
            double[] upper,
            double[] left,
            double[] right,
            int[] starts,
            int[] entryRows,
            double[] values) {
        requireOpen();
        requireMatrix(objective.length, left.length, starts, entryRows, values);
        requireLength("lower", lower, objective.length);
        requireLength("upper", upper, objective.length);
        requireLength("right", right, left.length);
        columns = objective.length;
        rows = left.length;
        ScipCalls.load(
                handle,
                objective,
                finite(lower),
                finite(upper),
                finite(left),
                finite(right),
                starts,
                entryRows,
                values);
    }

    /** Solves without a limit of time. */
    public LinearProgrammeStatus solve(long maxIterations) {
        return solve(maxIterations, Double.POSITIVE_INFINITY);
    }

    /**
     * Solves by the dual simplex, and by the primal one where that ends undecided.
     *
     * @param maxIterations after which it stops with ITERATION_LIMIT; 0 for none
     * @param maxSeconds of wall time, above 0, after which it stops with TIME_LIMIT; infinite for
     *     none
     */
    public LinearProgrammeStatus solve(long maxIterations, double maxSeconds) {
        requireOpen();
        int limit =
                maxIterations == 0
                        ? Integer.MAX_VALUE
                        : (int) Math.min(maxIterations, Integer.MAX_VALUE);
        long start = System.nanoTime();
        LinearProgrammeStatus status = solve(limit, maxSeconds, false);
        if (status != LinearProgrammeStatus.UNDECIDED) {
            return status;
        }
        double left = maxSeconds - (System.nanoTime() - start) / 1e9;
        return left > 0 ? solve(limit, left, true) : LinearProgrammeStatus.TIME_LIMIT;
    }

    private LinearProgrammeStatus solve(int maxIterations, double maxSeconds, boolean primal) {
        double seconds = Math.min(maxSeconds, infinity);
        int ordinal = ScipCalls.solve(handle, maxIterations, seconds, primal);
        return LinearProgrammeStatus.values()[ordinal];
    }

    /** Simplex iterations of the last solve. */
    public int iterations() {
        requireOpen();
        return ScipCalls.iterations(handle);
    }

    /** The optimum that the last solve found. */
    public Optimum optimum() {
        requireOpen();
        double[] primal = new double[columns];
        double[] duals = new double[rows];
        double[] reducedCosts = new double[columns];
        double objective = ScipCalls.solution(handle, primal, duals, reducedCosts);
        return new Optimum(objective, primal, duals, reducedCosts);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ScipCalls.free(handle);
        }
    }

    /**
     * An optimum.
     *
     * @param objective its cost
     * @param primal one per column
     * @param duals one per row: what one unit more of its side costs
     * @param reducedCosts one per column
     */
    public record Optimum(
            double objective, double[] primal, double[] duals, double[] reducedCosts) {}

    private double[] finite(double[] bounds) {
        double[] copy = bounds.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = Math.max(-infinity, Math.min(infinity, copy[i]));
        }
        return copy;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The linear programme is closed.");
        }
    }

    private static void requireLength(String name, double[] values, int wanted) {
        if (values.length != wanted) {
            throw new IllegalArgumentException(
                    "The length of %s (%d) must be %d.".formatted(name, values.length, wanted));
        }
    }

    private static void requireMatrix(
            int columns, int rows, int[] starts, int[] entryRows, double[] values) {
        requireLength("values", values, entryRows.length);
        if (starts.length != columns + 1 || starts[0] != 0 || starts[columns] != entryRows.length) {
            throw new IllegalArgumentException(
                    "The starts (%d of them) must fit the columns (%d) and entries (%d)."
                            .formatted(starts.length, columns, entryRows.length));
        }
        for (int column = 0; column < columns; column++) {
            if (starts[column] > starts[column + 1]) {
                throw new IllegalArgumentException(
                        "The starts of column (%d) must not fall.".formatted(column));
            }
        }
        for (int row : entryRows) {
            if (row < 0 || row >= rows) {
                throw new IllegalArgumentException(
                        "The row (%d) of an entry must lie within the rows (%d)."
                                .formatted(row, rows));
            }
        }
    }
}
