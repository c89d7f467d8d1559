package io.quartermaster.domain.optimisation;

/**
 * What solving a linear programme gave. Arrays are empty unless the status is OPTIMAL.
 *
 * @param status how it ended
 * @param objective the optimum, NaN if there is none
 * @param x one per column
 * @param duals one per row: what one unit more of its side costs
 * @param reducedCosts one per column: its cost less what its entries are worth at the duals
 * @param iterations simplex iterations
 */
public record LinearSolution(
        LinearStatus status,
        double objective,
        double[] x,
        double[] duals,
        double[] reducedCosts,
        long iterations) {

    /** A solution without values. */
    public static LinearSolution without(LinearStatus status, long iterations) {
        double[] none = {};
        return new LinearSolution(status, Double.NaN, none, none, none, iterations);
    }

    public boolean isOptimal() {
        return status == LinearStatus.OPTIMAL;
    }
}
