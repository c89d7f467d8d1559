package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;

/** Solves linear programmes. Safe from any number of threads. */
public interface LinearProgrammingEngine extends Engine {

    /**
     * Solves the programme to optimality, or until the limit. The columns are x, then y; each row
     * of Ax + By = d is one row.
     *
     * @param programme the programme
     * @param limit where it stops without an optimum
     * @throws IllegalStateException when the library is missing or fails
     */
    default PlainSolution solve(PlainProgramme programme, SolveLimit limit) {
        try (LinearProgrammeSession session = open()) {
            session.addRows(RowBlock.empty(programme.demand(), programme.demand()));
            session.addColumns(PlainColumns.block(programme));
            return PlainSolution.of(programme, session.solve(SimplexMethod.DUAL, limit));
        }
    }

    /**
     * Opens a programme that grows and changes and keeps its basis from solve to solve.
     *
     * @throws IllegalStateException when the library is missing or fails
     */
    LinearProgrammeSession open();

    /** How often it was used in this process. */
    EngineUse use();
}
