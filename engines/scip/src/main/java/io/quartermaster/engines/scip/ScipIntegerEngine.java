package io.quartermaster.engines.scip;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.engines.scipjni.IntegerProgrammeStatus;
import io.quartermaster.engines.scipjni.ScipIntegerProgramme;
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
    public IntegerSolution solve(IntegerProgramme programme, long maxNodes) {
        ScipIntegerProgramme.Outcome outcome = forScip(programme).solve(maxNodes);
        USE.called(programme.rows().size());
        return switch (outcome.status()) {
            case OPTIMAL -> found(programme, outcome, IntegerSolution.Status.OPTIMAL);
            case NODE_LIMIT -> found(programme, outcome, IntegerSolution.Status.NODE_LIMIT);
            case INFEASIBLE -> without(IntegerSolution.Status.INFEASIBLE, outcome);
            case UNBOUNDED -> without(IntegerSolution.Status.UNBOUNDED, outcome);
            case INFEASIBLE_OR_UNBOUNDED -> told(programme, outcome);
            case UNDECIDED ->
                    throw new IllegalStateException(
                            "SCIP ended undecided on a programme of %d columns and %d rows."
                                    .formatted(programme.cost().length, programme.rows().size()));
        };
    }

    /** Without its cost a programme cannot be unbounded. */
    private static IntegerSolution told(
            IntegerProgramme programme, ScipIntegerProgramme.Outcome outcome) {
        IntegerProgramme free =
                new IntegerProgramme(
                        new double[programme.cost().length],
                        programme.lower(),
                        programme.upper(),
                        programme.whole(),
                        programme.rows());
        boolean infeasible = forScip(free).solve(0).status() == IntegerProgrammeStatus.INFEASIBLE;
        return without(
                infeasible ? IntegerSolution.Status.INFEASIBLE : IntegerSolution.Status.UNBOUNDED,
                outcome);
    }

    private static IntegerSolution found(
            IntegerProgramme programme,
            ScipIntegerProgramme.Outcome outcome,
            IntegerSolution.Status status) {
        if (outcome.x().length == 0 && programme.cost().length > 0) {
            return without(status, outcome);
        }
        double[] x = outcome.x();
        for (int column = 0; column < x.length; column++) {
            if (programme.whole()[column]) {
                x[column] = Math.rint(x[column]) + 0.0;
            }
        }
        return new IntegerSolution(
                status, programme.objective(x), outcome.bound(), x, outcome.nodes());
    }

    private static IntegerSolution without(
            IntegerSolution.Status status, ScipIntegerProgramme.Outcome outcome) {
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
