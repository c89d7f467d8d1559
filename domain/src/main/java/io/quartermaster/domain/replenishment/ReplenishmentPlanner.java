package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.selection.PlanSelection;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import java.util.List;
import java.util.Optional;

/**
 * Plans one group of items: the linear programme gives first prices of what items share and, its
 * orders repaired into packs, a first plan; plan selection goes on from there to a plan with a
 * proven gap. Every plan is audited. A programme that is too large, late or missing is left out;
 * plan selection needs no engine. Safe from any number of threads.
 */
public final class ReplenishmentPlanner {

    /** Name of the planner that orders up to a level and proves nothing. */
    public static final String GREEDY = "greedy";

    /** Name of the planner without an engine. */
    public static final String SELECTION = "selection";

    /** Items times days above which the linear programme takes longer than it helps. */
    private static final long MOST_ITEM_DAYS = 4_500;

    private static final double SHARE_OF_TIME = 0.25;

    private final Optional<LinearProgrammingEngine> engine;
    private final String engineMissing;
    private final SolveLimit limit;
    private final Optional<SelectionEffort> effort;

    /**
     * A planner.
     *
     * @param engine solves the linear programmes; empty to do without
     * @param engineMissing why there is no engine, empty if none is wanted
     * @param maxIterations simplex iterations after which plan selection goes on without the
     *     programme; 0 for no limit
     * @param effort when plan selection stops
     */
    public ReplenishmentPlanner(
            Optional<LinearProgrammingEngine> engine,
            String engineMissing,
            long maxIterations,
            SelectionEffort effort) {
        this(engine, engineMissing, SolveLimit.iterations(maxIterations), Optional.of(effort));
    }

    private ReplenishmentPlanner(
            Optional<LinearProgrammingEngine> engine,
            String engineMissing,
            SolveLimit limit,
            Optional<SelectionEffort> effort) {
        this.engine = engine;
        this.engineMissing = engineMissing;
        this.limit = limit;
        this.effort = effort;
    }

    /**
     * A planner that only orders up to levels.
     *
     * @param reason why, in words
     */
    public static ReplenishmentPlanner greedy(String reason) {
        return new ReplenishmentPlanner(
                Optional.empty(), reason, SolveLimit.NONE, Optional.empty());
    }

    /** Whether it searches, so that a plan without a bound is one that failed. */
    public boolean solves() {
        return effort.isPresent();
    }

    /** Plans; the same problem gives the same plan, as long as only work is limited. */
    public SupplierPlan plan(ReplenishmentProblem problem) {
        return plan(problem, Double.POSITIVE_INFINITY);
    }

    /**
     * Plans within a time limit. Terms that can never be met give an infeasible plan, which holds
     * the others' orders.
     *
     * @param maxSeconds 0 or less if the deadline is over: then the greedy plan serves
     */
    public SupplierPlan plan(ReplenishmentProblem problem, double maxSeconds) {
        return plan(problem, maxSeconds, Optional.empty());
    }

    /**
     * Plans again from where an earlier plan stood: its orders and prices take the place of the
     * linear programme.
     */
    public SupplierPlan plan(
            ReplenishmentProblem problem, double maxSeconds, Optional<WarmStart> warm) {
        Optional<String> impossible = problem.impossibleTerms();
        if (impossible.isPresent()) {
            return plan(problem.withoutImpossibleTerms(), maxSeconds, warm)
                    .infeasible(impossible.get());
        }
        Optional<String> tooFull = problem.impossibleStock();
        if (tooFull.isPresent()) {
            return greedy(problem, SupplierPlan.Status.INFEASIBLE, tooFull.get());
        }
        if (effort.isEmpty()) {
            return greedy(problem, SupplierPlan.Status.FALLBACK, engineMissing);
        }
        if (!(maxSeconds > 0)) {
            engine.ifPresent(late -> late.use().fellBack());
            return greedy(
                    problem,
                    SupplierPlan.Status.TIME_LIMIT,
                    "the time limit tripped before the plan was begun");
        }
        long start = System.nanoTime();
        Linear linear =
                warm.isPresent()
                        ? new Linear(Optional.empty(), "")
                        : linear(problem, maxSeconds * SHARE_OF_TIME);
        double left = Math.max(0, maxSeconds - (System.nanoTime() - start) / 1e9);
        return selected(problem, linear, warm, effort.get().within(left));
    }

    /** What came of the linear programme. */
    private record Linear(Optional<Relaxation> relaxation, String reason) {}

    private Linear linear(ReplenishmentProblem problem, double maxSeconds) {
        if (engine.isEmpty()) {
            return new Linear(Optional.empty(), engineMissing);
        }
        if (!problem.isLinear()
                || (long) problem.items().size() * problem.horizonDays() > MOST_ITEM_DAYS) {
            return new Linear(Optional.empty(), "");
        }
        PlanProgramme programme = new PlanProgramme(problem);
        String reason;
        try {
            PlainSolution solution =
                    engine.get().solve(programme.programme(), limit.within(maxSeconds));
            if (solution.status() == LinearStatus.OPTIMAL) {
                return new Linear(Optional.of(relaxation(programme, solution)), "");
            }
            reason = unsolved(solution.status());
        } catch (IllegalStateException e) {
            reason = e.getMessage();
        }
        engine.get().use().fellBack();
        return new Linear(Optional.empty(), reason);
    }

    private String unsolved(LinearStatus status) {
        return status == LinearStatus.ITERATION_LIMIT
                ? "the linear programme was not solved within %d iterations"
                        .formatted(limit.maxIterations())
                : "the linear programme was not solved: " + status.name();
    }

    private static Relaxation relaxation(PlanProgramme programme, PlainSolution solution) {
        return new Relaxation(
                solution.objective() + programme.constant(),
                programme.orders(solution),
                programme.capacityPrices(solution),
                programme.volumePrices(solution));
    }

    private SupplierPlan selected(
            ReplenishmentProblem problem,
            Linear linear,
            Optional<WarmStart> warm,
            SelectionEffort within) {
        OrderPlan first =
                warm.map(WarmStart::wanted)
                        .or(() -> linear.relaxation().map(Relaxation::wanted))
                        .map(wanted -> PackRepair.repair(problem, wanted))
                        .orElseGet(() -> GreedyPlanner.plan(problem));
        Optional<PlanPrices> prices =
                warm.map(WarmStart::prices).or(() -> linear.relaxation().map(Relaxation::prices));
        PlanSelection.Selected selected = PlanSelection.select(problem, first, prices, within);
        double objective = selected.plan().cost().total();
        double gap = SupplierPlan.gap(objective, selected.bound());
        return new SupplierPlan(
                selected.plan(),
                linear.relaxation(),
                engine.map(LinearProgrammingEngine::name).orElse(SELECTION),
                SupplierPlan.status(gap, within.gap(), selected.cutOff()),
                objective,
                selected.bound(),
                selected.poolPrices(),
                selected.placePrices(),
                selected.moneyPrices(),
                selected.branches(),
                PlanAudit.violations(selected.plan()),
                linear.reason());
    }

    private static SupplierPlan greedy(
            ReplenishmentProblem problem, SupplierPlan.Status status, String reason) {
        OrderPlan plan = GreedyPlanner.plan(problem);
        return new SupplierPlan(
                plan,
                Optional.empty(),
                GREEDY,
                status,
                plan.cost().total(),
                0,
                new double[problem.pools().size()][problem.horizonDays()],
                new double[problem.places().size()][problem.horizonDays()],
                new double[problem.money().size()],
                List.of(),
                PlanAudit.violations(plan),
                reason);
    }
}
