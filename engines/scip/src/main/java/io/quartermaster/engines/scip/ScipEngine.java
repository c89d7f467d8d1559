package io.quartermaster.engines.scip;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.replenishment.PlainProgramme;
import io.quartermaster.domain.replenishment.PlainSolution;
import io.quartermaster.domain.replenishment.SolveLimit;
import io.quartermaster.engines.scipjni.LinearProgrammeStatus;
import io.quartermaster.engines.scipjni.ScipLibrary;
import io.quartermaster.engines.scipjni.ScipLinearProgramme;
import java.util.Arrays;

/**
 * Solves plain programmes by SCIP's LP solver (SoPlex, dual simplex, no presolving). The columns
 * are x, then y; each row of Ax + By = d is one row. One native object per call, freed before the
 * call returns.
 */
public final class ScipEngine implements LinearProgrammingEngine {

    /** Its name as options spell it. */
    public static final String NAME = "scip";

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EngineStatus probe() {
        ScipLibrary library = ScipLibrary.ofThisProcess();
        return library.available()
                ? EngineStatus.available(NAME, library.version(), "cpu")
                : EngineStatus.missing(NAME, library.missing());
    }

    @Override
    public PlainSolution solve(PlainProgramme programme, SolveLimit limit) {
        try (ScipLinearProgramme linear = new ScipLinearProgramme()) {
            load(linear, programme);
            LinearProgrammeStatus status = linear.solve(limit.maxIterations(), limit.maxSeconds());
            USE.called(programme.demand().length);
            int iterations = linear.iterations();
            return switch (status) {
                case OPTIMAL -> solution(programme, linear.optimum(), iterations);
                case INFEASIBLE ->
                        PlainSolution.without(PlainSolution.Status.INFEASIBLE, iterations);
                case UNBOUNDED -> PlainSolution.without(PlainSolution.Status.UNBOUNDED, iterations);
                case ITERATION_LIMIT ->
                        PlainSolution.without(PlainSolution.Status.ITERATION_LIMIT, iterations);
                case TIME_LIMIT ->
                        PlainSolution.without(PlainSolution.Status.TIME_LIMIT, iterations);
                case UNDECIDED ->
                        throw new IllegalStateException(
                                "SCIP ended undecided on a programme of %d columns and %d rows."
                                        .formatted(
                                                programme.orderCost().length
                                                        + programme.stockCost().length,
                                                programme.demand().length));
            };
        }
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    private static void load(ScipLinearProgramme linear, PlainProgramme programme) {
        ColumnForm columns = ColumnForm.of(programme);
        double[] cost = joined(programme.orderCost(), programme.stockCost());
        linear.load(
                cost,
                new double[cost.length],
                joined(programme.orderLimit(), programme.stockLimit()),
                programme.demand(),
                programme.demand(),
                columns.starts(),
                columns.rows(),
                columns.values());
    }

    private static PlainSolution solution(
            PlainProgramme programme, ScipLinearProgramme.Optimum optimum, int iterations) {
        int orders = programme.orderCost().length;
        int all = orders + programme.stockCost().length;
        return new PlainSolution(
                PlainSolution.Status.OPTIMAL,
                optimum.objective(),
                Arrays.copyOfRange(optimum.primal(), 0, orders),
                Arrays.copyOfRange(optimum.primal(), orders, all),
                optimum.duals(),
                Arrays.copyOfRange(optimum.reducedCosts(), 0, orders),
                Arrays.copyOfRange(optimum.reducedCosts(), orders, all),
                iterations);
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
