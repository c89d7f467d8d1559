package io.quartermaster.engines.scipjni;

import java.util.function.BooleanSupplier;

/**
 * One linear programme in SCIP's LP solver: min c'x subject to left &lt;= Ax &lt;= right, lower
 * &lt;= x &lt;= upper. It grows and changes in bulk and keeps its basis from solve to solve. Used
 * by one thread at a time; frees its native memory when closed, or when it is collected.
 *
 * <p>Vectors come in compressed sparse form: vector j has the entries {@code starts[j]} to {@code
 * starts[j + 1] - 1}. Infinite bounds and sides are allowed.
 */
public final class ScipLinearProgramme implements AutoCloseable {

    private final NativeHandle handle;
    private final double infinity;
    private int columns;
    private int rows;
    private long iterations;

    /**
     * An empty programme.
     *
     * @throws IllegalStateException when SCIP is not available
     */
    public ScipLinearProgramme() {
        ScipLibrary.ofThisProcess().require();
        handle = new NativeHandle("linear programme", ScipCalls.create(), ScipCalls::free);
        infinity = handle.ask(ScipCalls::infinity);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Replaces the programme; the matrix comes by columns, each entry a row and a value. */
    public void load(
            double[] objective,
            double[] lower,
            double[] upper,
            double[] left,
            double[] right,
            int[] starts,
            int[] entryRows,
            double[] values) {
        handle.requireOpen();
        Requirements.columns(objective, lower, upper, starts, entryRows, values, left.length);
        Requirements.sides(left, right, left.length);
        handle.use(
                pointer ->
                        ScipCalls.load(
                                pointer,
                                objective,
                                clamped("lower", lower),
                                clamped("upper", upper),
                                clamped("left", left),
                                clamped("right", right),
                                starts,
                                entryRows,
                                values));
        columns = objective.length;
        rows = left.length;
    }

    /** Adds columns after those that are there; they enter at a bound of theirs. */
    public void addColumns(
            double[] objective,
            double[] lower,
            double[] upper,
            int[] starts,
            int[] entryRows,
            double[] values) {
        handle.requireOpen();
        Requirements.columns(objective, lower, upper, starts, entryRows, values, rows);
        handle.use(
                pointer ->
                        ScipCalls.addColumns(
                                pointer,
                                objective,
                                clamped("lower", lower),
                                clamped("upper", upper),
                                starts,
                                entryRows,
                                values));
        columns += objective.length;
    }

    /** Adds rows below those that are there, each entry a column and a value. */
    public void addRows(
            double[] left, double[] right, int[] starts, int[] entryColumns, double[] values) {
        handle.requireOpen();
        Requirements.sides(left, right, left.length);
        Requirements.sparse("row", left.length, starts, entryColumns.length, values);
        Requirements.within("column", entryColumns, "columns", columns);
        handle.use(
                pointer ->
                        ScipCalls.addRows(
                                pointer,
                                clamped("left", left),
                                clamped("right", right),
                                starts,
                                entryColumns,
                                values));
        rows += left.length;
    }

    /** Removes columns; those after them move up. The basis stays if none of them was basic. */
    public void removeColumns(int[] which) {
        handle.requireOpen();
        Requirements.within("column", which, "columns", columns);
        int[] removed = new int[columns];
        int count = 0;
        for (int column : which) {
            count += 1 - removed[column];
            removed[column] = 1;
        }
        handle.use(pointer -> ScipCalls.removeColumns(pointer, removed));
        columns -= count;
    }

    /** Gives columns other costs. */
    public void changeCosts(int[] which, double[] objective) {
        handle.requireOpen();
        Requirements.within("column", which, "columns", columns);
        Requirements.length("objective", objective.length, which.length);
        Requirements.finite("objective", objective);
        handle.use(pointer -> ScipCalls.changeCosts(pointer, which, objective));
    }

    /** Gives columns other bounds. */
    public void changeBounds(int[] which, double[] lower, double[] upper) {
        handle.requireOpen();
        Requirements.within("column", which, "columns", columns);
        Requirements.bounds(lower, upper, which.length);
        handle.use(
                pointer ->
                        ScipCalls.changeBounds(
                                pointer, which, clamped("lower", lower), clamped("upper", upper)));
    }

    /** Gives rows other sides. */
    public void changeSides(int[] which, double[] left, double[] right) {
        handle.requireOpen();
        Requirements.within("row", which, "rows", rows);
        Requirements.sides(left, right, which.length);
        handle.use(
                pointer ->
                        ScipCalls.changeSides(
                                pointer, which, clamped("left", left), clamped("right", right)));
    }

    /** Solves by the dual simplex without a limit of time, until it is done. */
    public LinearProgrammeStatus solve(long maxIterations) {
        return solve(false, maxIterations, Double.POSITIVE_INFINITY, () -> false);
    }

    /**
     * Solves from the basis that is there, and by the primal simplex from scratch where that ends
     * undecided. The dual simplex is at home after bounds, sides or rows changed, the primal one
     * after columns or costs did.
     *
     * @param maxIterations after which it stops with ITERATION_LIMIT; 0 for none
     * @param maxSeconds of wall time, above 0, after which it stops with TIME_LIMIT; infinite for
     *     none
     * @param stopped asked between slices of work; true ends it with INTERRUPTED
     */
    public LinearProgrammeStatus solve(
            boolean primal, long maxIterations, double maxSeconds, BooleanSupplier stopped) {
        SlicedSolve solve =
                new SlicedSolve(handle, Math.min(maxSeconds, infinity), maxIterations, stopped);
        LinearProgrammeStatus status = solve.run(primal);
        iterations = solve.iterations();
        return status;
    }

    /** Simplex iterations of the last solve. */
    public long iterations() {
        return iterations;
    }

    /** The optimum that the last solve found. */
    public Optimum optimum() {
        double[] primal = new double[columns];
        double[] duals = new double[rows];
        double[] reducedCosts = new double[columns];
        double objective = handle.ask(p -> ScipCalls.solution(p, primal, duals, reducedCosts));
        return new Optimum(objective, primal, duals, reducedCosts);
    }

    /**
     * The proof that the last solve found no x: multipliers y of the rows such that y'Ax cannot
     * reach, within the bounds of x, what y asks of the sides (Farkas 1902). Empty if it kept none.
     */
    public double[] farkas() {
        double[] multipliers = new double[rows];
        return handle.ask(pointer -> ScipCalls.farkas(pointer, multipliers))
                ? multipliers
                : new double[0];
    }

    /** A direction along which the last solve saw the cost fall without end; empty if none. */
    public double[] ray() {
        double[] direction = new double[columns];
        return handle.ask(pointer -> ScipCalls.ray(pointer, direction)) ? direction : new double[0];
    }

    /** Where the last solve ended. */
    public Basis basis() {
        Basis basis = new Basis(new int[columns], new int[rows]);
        handle.use(pointer -> ScipCalls.basis(pointer, basis.columns(), basis.rows()));
        return basis;
    }

    /** Starts the next solve from a basis; what stands at a limit that is gone moves to another. */
    public void startFrom(Basis basis) {
        handle.requireOpen();
        Requirements.length("the basis' columns", basis.columns().length, columns);
        Requirements.length("the basis' rows", basis.rows().length, rows);
        basis.requireRegular();
        handle.use(pointer -> ScipCalls.startFrom(pointer, basis.columns(), basis.rows()));
    }

    @Override
    public void close() {
        handle.close();
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

    private double[] clamped(String name, double[] bounds) {
        return Requirements.clamped(name, bounds, infinity);
    }
}
