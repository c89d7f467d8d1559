package io.quartermaster.domain.optimisation;

/** Which way the simplex goes from the basis that is there. */
public enum SimplexMethod {
    /** After bounds, sides or rows changed: the old basis is still dual feasible. */
    DUAL,
    /** After columns or costs changed: the old basis is still primal feasible. */
    PRIMAL
}
