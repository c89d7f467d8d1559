package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineUse;

/** Solves linear programmes. Safe from any number of threads; each call is one solve. */
public interface LinearProgrammingEngine extends Engine {

    /**
     * Solves the programme to optimality, or until the limit.
     *
     * @param programme the programme
     * @param limit where it stops with ITERATION_LIMIT or TIME_LIMIT
     * @throws IllegalStateException when the library is missing or fails
     */
    PlainSolution solve(PlainProgramme programme, SolveLimit limit);

    /** How often it was used in this process. */
    EngineUse use();
}
