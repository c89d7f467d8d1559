package io.quartermaster.engines.scip;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.engines.scipjni.IntegerProgrammeStatus;
import io.quartermaster.engines.scipjni.ScipIntegerProgramme;
import io.quartermaster.engines.scipjni.ScipIntegerSolver;
import io.quartermaster.engines.scipjni.ScipLibrary;
import java.util.Arrays;

/** Solves integer programmes by SCIP, one native solver per call. */
public final class ScipIntegerEngine implements IntegerProgrammingEngine {

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return ScipEngine.NAME;
    }

    @Override
    public EngineStatus probe() {
        ScipLibrary library = ScipLibrary.ofThisProcess();
        return library.available()
                ? EngineStatus.available(ScipEngine.NAME, library.version(), "cpu")
                : EngineStatus.missing(ScipEngine.NAME, library.missing());
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    @Override
    public IntegerSolution solve(IntegerProgramme programme, IntegerSearch search) {
        ScipIntegerSolver.Outcome outcome = outcome(programme, search);
        USE.called(programme.rows().size());
        return switch (outcome.status()) {
            case OPTIMAL -> found(programme, outcome, IntegerSolution.Status.OPTIMAL);
            case NODE_LIMIT -> found(programme, outcome, IntegerSolution.Status.NODE_LIMIT);
            case TIME_LIMIT -> found(programme, outcome, IntegerSolution.Status.TIME_LIMIT);
            case GAP_LIMIT -> found(programme, outcome, IntegerSolution.Status.GAP_LIMIT);
            case MEMORY_LIMIT -> found(programme, outcome, IntegerSolution.Status.MEMORY_LIMIT);
            case INTERRUPTED -> found(programme, outcome, IntegerSolution.Status.INTERRUPTED);
            case INFEASIBLE -> without(IntegerSolution.Status.INFEASIBLE, outcome);
            case UNBOUNDED -> without(IntegerSolution.Status.UNBOUNDED, outcome);
            case INFEASIBLE_OR_UNBOUNDED -> told(programme, search, outcome);
            case UNDECIDED ->
                    throw new IllegalStateException(
                            "SCIP ended undecided on a programme of %d columns and %d rows."
                                    .formatted(programme.cost().length, programme.rows().size()));
        };
    }

    @Override
    public int[] conflict(IntegerProgramme programme, long maxNodes) {
        try (ScipIntegerSolver solver = new ScipIntegerSolver(forScip(programme.costless()))) {
            solver.limit(maxNodes, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
            return solver.solve().status() == IntegerProgrammeStatus.INFEASIBLE
                    ? solver.conflict(Double.POSITIVE_INFINITY)
                    : new int[0];
        }
    }

    private static ScipIntegerSolver.Outcome outcome(
            IntegerProgramme programme, IntegerSearch search) {
        try (ScipIntegerSolver solver = new ScipIntegerSolver(forScip(programme))) {
            solver.limit(
                    search.maxNodes(), search.maxSeconds(), search.gap(), search.maxMegabytes());
            if (search.cutsAtRootOnly()) {
                solver.cutAtRootOnly();
            }
            if (search.start().length > 0) {
                solver.startFrom(search.start());
            }
            Runnable stop = solver::interrupt;
            search.interruption().onAsked(stop);
            try {
                return solver.solve();
            } finally {
                search.interruption().forget(stop);
            }
        }
    }

    /** Without its cost a programme cannot be unbounded. */
    private static IntegerSolution told(
            IntegerProgramme programme, IntegerSearch search, ScipIntegerSolver.Outcome outcome) {
        IntegerProgrammeStatus free = outcome(programme.costless(), search).status();
        return without(
                free == IntegerProgrammeStatus.INFEASIBLE
                        ? IntegerSolution.Status.INFEASIBLE
                        : IntegerSolution.Status.UNBOUNDED,
                outcome);
    }

    private static IntegerSolution found(
            IntegerProgramme programme,
            ScipIntegerSolver.Outcome outcome,
            IntegerSolution.Status status) {
        if (Double.isNaN(outcome.objective())) {
            return new IntegerSolution(
                    status, Double.NaN, outcome.bound(), new double[0], outcome.nodes());
        }
        double[] x = outcome.x();
        for (int column = 0; column < x.length; column++) {
            if (programme.whole()[column]) {
                x[column] = Math.rint(x[column]) + 0.0;
            }
        }
        double objective = programme.objective(x);
        return new IntegerSolution(
                status, objective, Math.min(outcome.bound(), objective), x, outcome.nodes());
    }

    private static IntegerSolution without(
            IntegerSolution.Status status, ScipIntegerSolver.Outcome outcome) {
        return IntegerSolution.without(status, outcome.nodes());
    }

    private static ScipIntegerProgramme forScip(IntegerProgramme programme) {
        int rows = programme.rows().size();
        int[] starts = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            starts[row + 1] = starts[row] + programme.rows().get(row).columns().length;
        }
        int[] indexes = new int[starts[rows]];
        double[] values = new double[starts[rows]];
        for (int row = 0; row < rows; row++) {
            IntegerProgramme.Row from = programme.rows().get(row);
            System.arraycopy(from.columns(), 0, indexes, starts[row], from.columns().length);
            System.arraycopy(from.values(), 0, values, starts[row], from.values().length);
        }
        int[] whole = new int[programme.whole().length];
        Arrays.setAll(whole, column -> programme.whole()[column] ? 1 : 0);
        return new ScipIntegerProgramme(
                programme.cost(),
                programme.lower(),
                programme.upper(),
                whole,
                programme.rows().stream().mapToDouble(IntegerProgramme.Row::left).toArray(),
                programme.rows().stream().mapToDouble(IntegerProgramme.Row::right).toArray(),
                starts,
                indexes,
                values);
    }
}
