package io.quartermaster.domain.optimisation;

/**
 * What solving an {@link IntegerProgramme} gave.
 *
 * @param status how it ended
 * @param objective cost of the values, NaN if there are none
 * @param bound no solution costs less; equal to the objective where it is optimal
 * @param x one per column, exactly whole where that is asked; empty if none was found
 * @param nodes nodes of the search tree
 */
public record IntegerSolution(
        Status status, double objective, double bound, double[] x, long nodes) {

    /** How solving ended. */
    public enum Status {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED,
        /** Stopped at the limit of nodes, with or without values. So do those below. */
        NODE_LIMIT,
        TIME_LIMIT,
        /** Near enough to the bound. */
        GAP_LIMIT,
        MEMORY_LIMIT,
        INTERRUPTED
    }

    /** A solution without values. */
    public static IntegerSolution without(Status status, long nodes) {
        return new IntegerSolution(
                status, Double.NaN, Double.NEGATIVE_INFINITY, new double[0], nodes);
    }

    public boolean hasValues() {
        return !Double.isNaN(objective);
    }

    /** How far the cost may be above the least, as a share of it; infinite without values. */
    public double gap() {
        if (!hasValues()) {
            return Double.POSITIVE_INFINITY;
        }
        double above = Math.max(0, objective - bound);
        return above == 0 ? 0 : above / Math.abs(objective);
    }

    public boolean isOptimal() {
        return status == Status.OPTIMAL;
    }

    /** Whether a column of 0 or 1 was chosen. */
    public boolean chosen(int column) {
        return x[column] > 0.5;
    }
}
