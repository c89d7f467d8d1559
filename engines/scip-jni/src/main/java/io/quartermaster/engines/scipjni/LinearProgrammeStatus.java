package io.quartermaster.engines.scipjni;

/** How solving ended. The order is known to {@code scip_lpi.c}. */
public enum LinearProgrammeStatus {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED,
    ITERATION_LIMIT,
    TIME_LIMIT,
    UNDECIDED,
    /** Said by Java, never by C. */
    INTERRUPTED
}
