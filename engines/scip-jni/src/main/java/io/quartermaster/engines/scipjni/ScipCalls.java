package io.quartermaster.engines.scipjni;

/**
 * The functions of the C files under {@code src/main/native}. Each throws IllegalStateException
 * that names the call into SCIP that failed. A handle is a pointer: never used after it was freed.
 */
final class ScipCalls {

    private ScipCalls() {}

    /**
     * Opens libscip; returns its major * 10000 + minor * 100 + patch. Nothing else may be called if
     * the major version is not the one asked for.
     */
    static native int open(String path, int major);

    static native long create();

    static native void free(long handle);

    static native double infinity(long handle);

    static native void load(
            long handle,
            double[] objective,
            double[] lower,
            double[] upper,
            double[] left,
            double[] right,
            int[] starts,
            int[] indexes,
            double[] values);

    static native void addColumns(
            long handle,
            double[] objective,
            double[] lower,
            double[] upper,
            int[] starts,
            int[] indexes,
            double[] values);

    static native void addRows(
            long handle,
            double[] left,
            double[] right,
            int[] starts,
            int[] indexes,
            double[] values);

    /** 1 for each column to remove, one per column. */
    static native void removeColumns(long handle, int[] removed);

    static native void changeCosts(long handle, int[] columns, double[] objective);

    static native void changeBounds(long handle, int[] columns, double[] lower, double[] upper);

    static native void changeSides(long handle, int[] rows, double[] left, double[] right);

    /** Ordinal of a {@link LinearProgrammeStatus}. */
    static native int solve(
            long handle, int iterations, double seconds, boolean primal, boolean fromScratch);

    static native int iterations(long handle);

    static native double solution(long handle, double[] primal, double[] dual, double[] reduced);

    /** Whether the solver kept a proof of infeasibility; one multiplier per row. */
    static native boolean farkas(long handle, double[] multipliers);

    /** Whether the solver kept a direction of endless gain; one per column. */
    static native boolean ray(long handle, double[] direction);

    static native void basis(long handle, int[] columns, int[] rows);

    static native void startFrom(long handle, int[] columns, int[] rows);

    /** Builds a mixed integer programme, rows in compressed sparse form; returns its handle. */
    static native long createMixed(
            double[] cost,
            double[] lower,
            double[] upper,
            int[] whole,
            double[] left,
            double[] right,
            int[] starts,
            int[] indexes,
            double[] values);

    static native void freeMixed(long handle);

    static native void limitMixed(
            long handle, long nodes, double seconds, double gap, double megabytes);

    static native void cutAtRootOnlyMixed(long handle);

    /** Whether the solution is feasible and was taken. */
    static native boolean startMixed(long handle, double[] x);

    /**
     * Fills x and the outcome: objective, bound, nodes, 1 if there is an x, bytes used.
     *
     * @return ordinal of an {@link IntegerProgrammeStatus}
     */
    static native int solveMixed(long handle, double[] x, double[] outcome);

    /** From another thread. */
    static native void interruptMixed(long handle);

    /** Marks the rows of a conflict with 1; false when none was found. */
    static native boolean conflictMixed(long handle, double seconds, int[] marks);
}
