package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.LinearStatus;
import java.util.Arrays;

/**
 * What solving a {@link PlainProgramme} gave. Arrays are empty unless the status is OPTIMAL.
 *
 * @param status how it ended
 * @param objective the optimum
 * @param x orders
 * @param y stock
 * @param duals one per row: what one unit more of d costs
 * @param reducedCostsX one per x
 * @param reducedCostsY one per y
 * @param iterations simplex iterations
 */
public record PlainSolution(
        LinearStatus status,
        double objective,
        double[] x,
        double[] y,
        double[] duals,
        double[] reducedCostsX,
        double[] reducedCostsY,
        long iterations) {

    /** A solution without values. */
    public static PlainSolution without(LinearStatus status, long iterations) {
        double[] none = {};
        return new PlainSolution(status, Double.NaN, none, none, none, none, none, iterations);
    }

    /** The solution of the programme's columns, taken apart into x and y. */
    static PlainSolution of(PlainProgramme programme, LinearSolution solution) {
        if (!solution.isOptimal()) {
            return without(solution.status(), solution.iterations());
        }
        int orders = programme.orderCost().length;
        int all = solution.x().length;
        return new PlainSolution(
                solution.status(),
                solution.objective(),
                Arrays.copyOfRange(solution.x(), 0, orders),
                Arrays.copyOfRange(solution.x(), orders, all),
                solution.duals(),
                Arrays.copyOfRange(solution.reducedCosts(), 0, orders),
                Arrays.copyOfRange(solution.reducedCosts(), orders, all),
                solution.iterations());
    }
}
