package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.SolveLimit;

/** Solves linear programmes. Safe from any number of threads. */
public interface LinearProgrammingEngine extends Engine {

    /**
     * Solves the programme to optimality, or until the limit.
     *
     * @param programme the programme
     * @param limit where it stops with ITERATION_LIMIT or TIME_LIMIT
     * @throws IllegalStateException when the library is missing or fails
     */
    PlainSolution solve(PlainProgramme programme, SolveLimit limit);

    /**
     * Opens a programme that grows and changes and keeps its basis from solve to solve.
     *
     * @throws IllegalStateException when the library is missing or fails
     */
    LinearProgrammeSession open();

    /** How often it was used in this process. */
    EngineUse use();
}
