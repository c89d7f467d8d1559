package io.quartermaster.domain.optimisation;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineUse;

/** Solves integer programmes. Safe from any number of threads; each call is one solve. */
public interface IntegerProgrammingEngine extends Engine {

    /**
     * Solves the programme until the search stops.
     *
     * @throws IllegalStateException when the library is missing or fails
     */
    IntegerSolution solve(IntegerProgramme programme, IntegerSearch search);

    /**
     * Solves the programme to optimality, or until the limit.
     *
     * @param programme the programme
     * @param maxNodes nodes of the search tree after which it stops with NODE_LIMIT, 0 for no
     *     limit; work and not time, so that it repeats
     * @throws IllegalStateException when the library is missing or fails
     */
    default IntegerSolution solve(IntegerProgramme programme, long maxNodes) {
        return solve(programme, IntegerSearch.nodes(maxNodes));
    }

    /**
     * Why a programme has no solution: the numbers of rows that contradict each other within the
     * bounds and whole numbers, rising, none of which may be left out for that. There may be other
     * such sets. Empty where the programme is feasible, or none was found within the limit.
     *
     * @param maxNodes nodes of each search tree, 0 for no limit
     * @throws IllegalStateException when the library is missing or fails
     */
    default int[] conflict(IntegerProgramme programme, long maxNodes) {
        return IntegerConflict.of(this, programme, maxNodes);
    }

    /** How often it was used in this process. */
    EngineUse use();
}
