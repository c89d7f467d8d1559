package io.quartermaster.domain.optimisation;

/** How solving a linear programme ended. */
public enum LinearStatus {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED,
    ITERATION_LIMIT,
    TIME_LIMIT,
    /** Somebody asked for it to stop. */
    INTERRUPTED
}
