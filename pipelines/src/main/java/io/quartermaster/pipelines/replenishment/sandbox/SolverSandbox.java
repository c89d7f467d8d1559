package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import java.util.List;

/**
 * Where one task solves. Engines that it hands on stop when the sandbox does, and keep to its
 * memory; as processes of their own they may die without harm to the task. Safe from any thread.
 */
public final class SolverSandbox implements AutoCloseable {

    private static final double MEGABYTE = 1 << 20;

    /** Where engines work. */
    public enum Isolation {
        /** In threads of this process. */
        THREAD,
        /** In child processes, which are replaced when they die. */
        PROCESS
    }

    private final Isolation isolation;
    private final long maxBytes;
    private final SolverChildren children;
    private final Interruption interruption = new Interruption();

    /**
     * A sandbox.
     *
     * @param maxBytes memory that one solve may take: all of a child process, or in threads the
     *     solver's own of an integer programme
     */
    public SolverSandbox(Isolation isolation, long maxBytes) {
        this(isolation, maxBytes, List.of());
    }

    /**
     * The same, with options of the child processes' Java.
     *
     * @param javaOptions for example a system property
     */
    SolverSandbox(Isolation isolation, long maxBytes, List<String> javaOptions) {
        this.isolation = isolation;
        this.maxBytes = maxBytes;
        this.children = new SolverChildren(maxBytes, javaOptions);
    }

    /** The engine as it works in here. */
    public LinearProgrammingEngine linear(LinearProgrammingEngine engine) {
        return new StoppableLinearEngine(
                isolation == Isolation.PROCESS
                        ? new IsolatedLinearEngine(engine, children)
                        : engine,
                interruption);
    }

    /** The engine as it works in here. */
    public IntegerProgrammingEngine integer(IntegerProgrammingEngine engine) {
        return new StoppableIntegerEngine(
                isolation == Isolation.PROCESS
                        ? new IsolatedIntegerEngine(engine, children)
                        : engine,
                interruption,
                maxBytes / MEGABYTE);
    }

    /** Child processes started so far; those beyond the ones at work replaced others. */
    public int processesStarted() {
        return children.started();
    }

    /**
     * Resident memory in bytes: the most that a child process was seen to take, or in threads what
     * this process takes now.
     */
    public long memoryBytes() {
        return isolation == Isolation.PROCESS ? children.peakBytes() : ResidentMemory.ofThis();
    }

    /** Ends every solve within a second; those to come end at once. */
    public void stop() {
        interruption.ask();
    }

    /** Stops, and ends the child processes. */
    @Override
    public void close() {
        stop();
        children.close();
    }
}
