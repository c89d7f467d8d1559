package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.optimisation.SolveLimit;
import java.util.Optional;

/**
 * Plans one supplier group: solves the linear programme, repairs its orders into packs and smallest
 * orders, and audits the result. Where there is no solution the greedy plan serves, and the reason
 * is said. Safe from any number of threads.
 */
public final class ReplenishmentPlanner {

    /** Name of the planner without an engine. */
    public static final String GREEDY = "greedy";

    private static final double[][] NOTHING = {};

    private final Optional<LinearProgrammingEngine> engine;
    private final String engineMissing;
    private final SolveLimit limit;

    /**
     * A planner.
     *
     * @param engine solves the linear programmes; empty for the greedy plan
     * @param engineMissing why there is no engine, empty if none is wanted
     * @param maxIterations simplex iterations after which the greedy plan serves; 0 for no limit
     */
    public ReplenishmentPlanner(
            Optional<LinearProgrammingEngine> engine, String engineMissing, long maxIterations) {
        this.engine = engine;
        this.engineMissing = engineMissing;
        this.limit = SolveLimit.iterations(maxIterations);
    }

    /** Whether it has an engine, so that a plan without a solution is one that failed. */
    public boolean solves() {
        return engine.isPresent();
    }

    /** Plans; the same problem gives the same plan, since only work is limited. */
    public SupplierPlan plan(ReplenishmentProblem problem) {
        return plan(problem, Double.POSITIVE_INFINITY);
    }

    /**
     * Plans within a time limit, which holds for the linear programme: what stays of it at the
     * deadline is dropped, and the greedy plan serves.
     *
     * @param maxSeconds for the linear programme; 0 or less if the deadline is over
     */
    public SupplierPlan plan(ReplenishmentProblem problem, double maxSeconds) {
        Optional<String> impossible = problem.impossibleTerms();
        if (impossible.isPresent()) {
            return greedy(problem, SupplierPlan.Status.INFEASIBLE, impossible.get());
        }
        if (engine.isEmpty()) {
            return greedy(problem, SupplierPlan.Status.FALLBACK, engineMissing);
        }
        if (!(maxSeconds > 0)) {
            return late(problem);
        }
        PlanProgramme programme = new PlanProgramme(problem);
        try {
            PlainSolution solution =
                    engine.get().solve(programme.programme(), limit.within(maxSeconds));
            return planned(problem, programme, solution);
        } catch (IllegalStateException e) {
            return fallback(problem, SupplierPlan.Status.FALLBACK, e.getMessage());
        }
    }

    private SupplierPlan planned(
            ReplenishmentProblem problem, PlanProgramme programme, PlainSolution solution) {
        return switch (solution.status()) {
            case OPTIMAL -> repaired(problem, programme, solution);
            case INFEASIBLE ->
                    fallback(
                            problem,
                            SupplierPlan.Status.INFEASIBLE,
                            "no plan keeps every rule: stock that is there or on its way is above the largest stock or the place's volume");
            case UNBOUNDED ->
                    fallback(
                            problem,
                            SupplierPlan.Status.FALLBACK,
                            "the linear programme is unbounded");
            case ITERATION_LIMIT ->
                    fallback(
                            problem,
                            SupplierPlan.Status.FALLBACK,
                            "the linear programme was not solved within %d iterations"
                                    .formatted(limit.maxIterations()));
            case TIME_LIMIT -> late(problem);
            case INTERRUPTED ->
                    fallback(
                            problem,
                            SupplierPlan.Status.FALLBACK,
                            "the solving of the linear programme was stopped");
        };
    }

    private SupplierPlan repaired(
            ReplenishmentProblem problem, PlanProgramme programme, PlainSolution solution) {
        double[][] wanted = programme.orders(solution);
        OrderPlan plan = PackRepair.repair(problem, wanted);
        return new SupplierPlan(
                plan,
                wanted,
                engine.orElseThrow().name(),
                SupplierPlan.Status.OPTIMAL,
                plan.cost().total(),
                solution.objective() + programme.constant(),
                programme.capacityPrices(solution),
                programme.volumePrices(solution),
                PlanAudit.violations(plan),
                "");
    }

    private SupplierPlan late(ReplenishmentProblem problem) {
        return fallback(
                problem,
                SupplierPlan.Status.TIME_LIMIT,
                "the time limit tripped before the linear programme was solved");
    }

    private SupplierPlan fallback(
            ReplenishmentProblem problem, SupplierPlan.Status status, String reason) {
        engine.orElseThrow().use().fellBack();
        return greedy(problem, status, reason);
    }

    private static SupplierPlan greedy(
            ReplenishmentProblem problem, SupplierPlan.Status status, String reason) {
        OrderPlan plan = GreedyPlanner.plan(problem);
        return new SupplierPlan(
                plan,
                NOTHING,
                GREEDY,
                status,
                plan.cost().total(),
                0,
                new double[problem.pools().size()][problem.horizonDays()],
                new double[problem.places().size()][problem.horizonDays()],
                PlanAudit.violations(plan),
                reason);
    }
}
