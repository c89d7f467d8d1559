package io.quartermaster.engines.scipjni;

/** How solving ended. The order is known to {@code scip_search.c}. */
public enum IntegerProgrammeStatus {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED,
    INFEASIBLE_OR_UNBOUNDED,
    NODE_LIMIT,
    TIME_LIMIT,
    GAP_LIMIT,
    MEMORY_LIMIT,
    INTERRUPTED,
    UNDECIDED
}
