package io.quartermaster.engines.scipjni;

import java.util.function.BooleanSupplier;

/**
 * One solve of a linear programme in slices, since SCIP's LP interface cannot be interrupted. A
 * slice is so many iterations and not so much time, so that the way to the optimum repeats; each
 * goes on from the basis of the one before.
 */
final class SlicedSolve {

    /** Up to a second's work on the largest programmes, far beyond a small one's. */
    static final int SLICE = 5_000;

    private final NativeHandle handle;
    private final long maxIterations;
    private final BooleanSupplier stopped;
    private final long start = System.nanoTime();
    private final double maxSeconds;
    private long iterations;

    /**
     * @param maxSeconds SCIP's infinity for no limit
     * @param maxIterations 0 for no limit
     */
    SlicedSolve(
            NativeHandle handle, double maxSeconds, long maxIterations, BooleanSupplier stopped) {
        this.handle = handle;
        this.maxSeconds = maxSeconds;
        this.maxIterations = maxIterations == 0 ? Long.MAX_VALUE : maxIterations;
        this.stopped = stopped;
    }

    long iterations() {
        return iterations;
    }

    LinearProgrammeStatus run(boolean primal) {
        LinearProgrammeStatus status = slices(primal, false);
        return status == LinearProgrammeStatus.UNDECIDED ? slices(true, true) : status;
    }

    private LinearProgrammeStatus slices(boolean primal, boolean fromScratch) {
        boolean first = true;
        while (!stopped.getAsBoolean()) {
            long left = maxIterations - iterations;
            double seconds = maxSeconds - (System.nanoTime() - start) / 1e9;
            if (left <= 0) {
                return LinearProgrammeStatus.ITERATION_LIMIT;
            }
            if (seconds <= 0) {
                return LinearProgrammeStatus.TIME_LIMIT;
            }
            LinearProgrammeStatus status =
                    slice((int) Math.min(SLICE, left), seconds, primal, fromScratch && first);
            if (status != LinearProgrammeStatus.ITERATION_LIMIT) {
                return status;
            }
            first = false;
        }
        return LinearProgrammeStatus.INTERRUPTED;
    }

    private LinearProgrammeStatus slice(
            int most, double seconds, boolean primal, boolean fromScratch) {
        int ordinal =
                handle.ask(pointer -> ScipCalls.solve(pointer, most, seconds, primal, fromScratch));
        iterations += handle.ask(ScipCalls::iterations);
        return LinearProgrammeStatus.values()[ordinal];
    }
}
