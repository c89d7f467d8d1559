package io.quartermaster.domain.optimisation;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineUse;

/** Solves integer programmes. Safe from any number of threads; each call is one solve. */
public interface IntegerProgrammingEngine extends Engine {

    /**
     * Solves the programme to optimality, or until the limit.
     *
     * @param programme the programme
     * @param maxNodes nodes of the search tree after which it stops with NODE_LIMIT, 0 for no
     *     limit; work and not time, so that it repeats
     * @throws IllegalStateException when the library is missing or fails
     */
    IntegerSolution solve(IntegerProgramme programme, long maxNodes);

    /** How often it was used in this process. */
    EngineUse use();
}
