package io.quartermaster.domain.replenishment.lotsizing;

import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import java.util.Optional;

/**
 * A solved lot sizing.
 *
 * @param status how solving ended
 * @param plan the best that was found, if any
 * @param bound no plan costs less; minus infinity where nothing is known
 * @param nodes of the search tree
 */
public record LotSizing(Status status, Optional<LotSizingPlan> plan, double bound, long nodes) {

    /** How solving ended. */
    public enum Status {
        OPTIMAL,
        /** As near to the bound as was asked. */
        GAP_REACHED,
        TIME_LIMIT,
        /** Stopped before the engine had a plan; the one of simple rules serves. */
        FALLBACK,
        INFEASIBLE
    }

    /**
     * Solves it. The facility-location form is tight, so that cuts below the root cost more time
     * than they save.
     *
     * @param search limits; its start is replaced
     * @throws IllegalArgumentException when the capacity cannot meet the demand up to some period
     */
    public static LotSizing of(
            LotSizingProblem problem, IntegerProgrammingEngine engine, IntegerSearch search) {
        problem.requireEnoughCapacity();
        LotSizingProgramme programme = new LotSizingProgramme(problem);
        Optional<LotSizingPlan> simple = new LatestLots(problem).plan();
        IntegerSearch fast = search.cuttingAtRootOnly();
        IntegerSearch started = simple.map(plan -> fast.from(programme.columns(plan))).orElse(fast);
        IntegerSolution solution = engine.solve(programme.programme(), started);
        if (solution.status() == IntegerSolution.Status.INFEASIBLE) {
            return new LotSizing(
                    Status.INFEASIBLE, Optional.empty(), solution.bound(), solution.nodes());
        }
        boolean found = solution.x().length > 0;
        return new LotSizing(
                found ? status(solution.status()) : Status.FALLBACK,
                found ? Optional.of(programme.plan(solution.x())) : simple,
                Math.max(0, solution.bound()),
                solution.nodes());
    }

    private static Status status(IntegerSolution.Status status) {
        return switch (status) {
            case OPTIMAL -> Status.OPTIMAL;
            case GAP_LIMIT -> Status.GAP_REACHED;
            case TIME_LIMIT, NODE_LIMIT, MEMORY_LIMIT, INTERRUPTED -> Status.TIME_LIMIT;
            case INFEASIBLE, UNBOUNDED ->
                    throw new IllegalStateException(
                            "A plan was found of a programme that is " + status + ".");
        };
    }

    /** Share of its cost that the plan may lie above the best; 1 where there is no plan. */
    public double gap() {
        double cost = plan.map(LotSizingPlan::cost).orElse(Double.POSITIVE_INFINITY);
        if (Double.isInfinite(cost)) {
            return 1;
        }
        return cost <= 0 ? 0 : Math.max(0, (cost - bound) / cost);
    }
}
