package io.quartermaster.engines.scip;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.replenishment.PlainProgramme;
import io.quartermaster.domain.replenishment.PlainSolution;
import io.quartermaster.engines.scipjni.ScipLibrary;
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
    public LinearProgrammeSession open() {
        return new ScipSession(USE);
    }

    @Override
    public PlainSolution solve(PlainProgramme programme, SolveLimit limit) {
        try (LinearProgrammeSession session = open()) {
            session.addRows(RowBlock.empty(programme.demand(), programme.demand()));
            session.addColumns(ColumnForm.block(programme));
            return plain(programme, session.solve(SimplexMethod.DUAL, limit));
        }
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    private static PlainSolution plain(PlainProgramme programme, LinearSolution solution) {
        if (!solution.isOptimal()) {
            return PlainSolution.without(solution.status(), solution.iterations());
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
