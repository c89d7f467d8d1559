package io.quartermaster.engines.scipjni;

import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * One mixed integer programme in a SCIP of its own: built in bulk, limited, started from a known
 * solution, solved once. Used by one thread, save for {@link #interrupt}; frees its native memory
 * when closed, or when it is collected.
 */
public final class ScipIntegerSolver implements AutoCloseable {

    private static final long ASK_EVERY_NANOS = 20_000_000;

    private final int columns;
    private final int rows;
    private final NativeHandle handle;
    private volatile boolean interrupted;
    private volatile boolean solving;

    /**
     * Builds the programme.
     *
     * @throws IllegalStateException when SCIP is not available or a call fails
     */
    public ScipIntegerSolver(ScipIntegerProgramme programme) {
        ScipLibrary.ofThisProcess().require();
        columns = programme.cost().length;
        rows = programme.left().length;
        long pointer =
                ScipCalls.createMixed(
                        programme.cost(),
                        programme.lower(),
                        programme.upper(),
                        programme.whole(),
                        programme.left(),
                        programme.right(),
                        programme.starts(),
                        programme.indexes(),
                        programme.values());
        handle = new NativeHandle("integer programme", pointer, ScipCalls::freeMixed);
    }

    /**
     * Where the search stops.
     *
     * @param maxNodes of the search tree, 0 for no limit
     * @param maxSeconds of wall time, infinite for no limit
     * @param gap between solution and bound, as a share of the smaller of both
     * @param maxMegabytes of native memory of this programme, infinite for no limit
     */
    public void limit(long maxNodes, double maxSeconds, double gap, double maxMegabytes) {
        handle.use(
                pointer ->
                        ScipCalls.limitMixed(
                                pointer,
                                maxNodes == 0 ? -1 : maxNodes,
                                maxSeconds,
                                gap,
                                maxMegabytes));
    }

    /** Looks for cuts at the root of the search tree only, not at its other nodes. */
    public void cutAtRootOnly() {
        handle.use(ScipCalls::cutAtRootOnlyMixed);
    }

    /**
     * Gives a solution to start from.
     *
     * @return whether it is feasible, and so was taken
     */
    public boolean startFrom(double[] x) {
        Requirements.length("the start", x.length, columns);
        Requirements.finite("the start", x);
        return handle.ask(pointer -> ScipCalls.startMixed(pointer, x));
    }

    /** Solves it. */
    public Outcome solve() {
        handle.requireOpen();
        double[] x = new double[columns];
        double[] outcome = {Double.NaN, Double.NEGATIVE_INFINITY, 0, 0, 0};
        solving = true;
        IntegerProgrammeStatus status = IntegerProgrammeStatus.INTERRUPTED;
        try {
            if (!interrupted) {
                int ordinal = handle.ask(pointer -> ScipCalls.solveMixed(pointer, x, outcome));
                status = IntegerProgrammeStatus.values()[ordinal];
            }
        } finally {
            solving = false;
        }
        return new Outcome(
                status,
                outcome[0],
                outcome[1],
                outcome[3] > 0 ? x : new double[0],
                (long) outcome[2],
                (long) outcome[4]);
    }

    /**
     * Ends a solve from another thread; soon, with what it has. One that has not begun ends at
     * once.
     */
    public void interrupt() {
        interrupted = true;
        if (solving) {
            Thread asking = new Thread(this::ask, "scip-interrupt");
            asking.setDaemon(true);
            asking.start();
        }
    }

    /** SCIP forgets what it was asked just before it begins: so it is asked until it has ended. */
    private void ask() {
        while (solving) {
            handle.whileOpen(ScipCalls::interruptMixed);
            LockSupport.parkNanos(ASK_EVERY_NANOS);
        }
    }

    /**
     * After a solve that ended infeasible, rows that contradict each other within the bounds and
     * whole numbers, none of which may be left out for that.
     *
     * @param maxSeconds after which what is known is given, perhaps with rows too many
     * @return rising; empty when bounds alone contradict the whole numbers, or none was found
     */
    public int[] conflict(double maxSeconds) {
        int[] marks = new int[rows];
        boolean found = handle.ask(pointer -> ScipCalls.conflictMixed(pointer, maxSeconds, marks));
        return found ? IntStream.range(0, rows).filter(r -> marks[r] == 1).toArray() : new int[0];
    }

    @Override
    public void close() {
        handle.close();
    }

    /**
     * What SCIP found.
     *
     * @param status how it ended
     * @param objective of x, NaN if there is none
     * @param bound no solution costs less
     * @param x one per column, whole to 1e-6 where asked; empty if there is none
     * @param nodes of the search tree
     * @param bytes of native memory at the end
     */
    public record Outcome(
            IntegerProgrammeStatus status,
            double objective,
            double bound,
            double[] x,
            long nodes,
            long bytes) {}
}
