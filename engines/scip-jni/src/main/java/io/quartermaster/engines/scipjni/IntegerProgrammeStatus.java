package io.quartermaster.engines.scipjni;

/** How solving a mixed integer programme ended. The order is known to {@code scip_mip.c}. */
public enum IntegerProgrammeStatus {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED,
    INFEASIBLE_OR_UNBOUNDED,
    NODE_LIMIT,
    UNDECIDED
}
