package io.quartermaster.engines.scipjni;

/**
 * The functions of {@code scip_lpi.c} and {@code scip_mip.c}. Each throws IllegalStateException
 * that names the call into SCIP that failed. A handle is a pointer: never used after {@link #free}.
 */
final class ScipCalls {

    private ScipCalls() {}

    /** Opens libscip; returns major * 10000 + minor * 100 + patch. */
    static native int open(String path);

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

    /** Ordinal of a {@link LinearProgrammeStatus}. */
    static native int solve(long handle, int iterations, double seconds, boolean primal);

    static native int iterations(long handle);

    static native double solution(long handle, double[] primal, double[] dual, double[] reduced);

    /**
     * Solves one mixed integer programme, rows in compressed sparse form. Fills x and the outcome:
     * objective, bound, nodes, 1 if there is an x.
     *
     * @return ordinal of an {@link IntegerProgrammeStatus}
     */
    static native int solveMixed(
            double[] cost,
            double[] lower,
            double[] upper,
            int[] whole,
            double[] left,
            double[] right,
            int[] starts,
            int[] indexes,
            double[] values,
            long nodes,
            double[] x,
            double[] outcome);
}
