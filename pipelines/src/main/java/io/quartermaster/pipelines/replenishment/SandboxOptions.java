package io.quartermaster.pipelines.replenishment;

import io.quartermaster.pipelines.replenishment.sandbox.SolverSandbox;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Where plans are solved, and what they may take.
 *
 * @param isolation threads of the task's process, or processes of their own
 * @param maxMegabytes memory of one solve
 * @param deadlineSeconds wall time of one plan, infinite for no limit
 */
record SandboxOptions(SolverSandbox.Isolation isolation, long maxMegabytes, double deadlineSeconds)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static final ConfigOption<SolverSandbox.Isolation> ISOLATION =
            ConfigOptions.key("replenishment.solver.isolation")
                    .enumType(SolverSandbox.Isolation.class)
                    .defaultValue(SolverSandbox.Isolation.THREAD)
                    .withDescription(
                            "thread: the solver works in threads of the task manager. process: in child processes, which are started again when they die, so that a crash of native code leaves the task manager alive.");

    static final ConfigOption<MemorySize> MEMORY =
            ConfigOptions.key("replenishment.solver.memory")
                    .memoryType()
                    .defaultValue(MemorySize.parse("4 gb"))
                    .withDescription(
                            "Memory that one solve may take: of a child process all that is resident, in threads what the solver itself takes for an integer programme. A solve that takes more ends, and the fallback serves.");

    static final ConfigOption<Duration> DEADLINE =
            ConfigOptions.key("replenishment.solver.deadline")
                    .durationType()
                    .noDefaultValue()
                    .withDescription(
                            "Wall time that the solving of one plan may take before the fallback serves. Unset: no limit, since what time cuts off does not repeat.");

    SandboxOptions {
        if (maxMegabytes < 1) {
            throw new IllegalArgumentException(
                    "The option %s (%d MB) must be at least 1 MB.\nMaybe 4 gb."
                            .formatted(MEMORY.key(), maxMegabytes));
        }
        if (!(deadlineSeconds > 0)) {
            throw new IllegalArgumentException(
                    "The option %s (%s s) must be above 0.\nMaybe leave it unset for no limit."
                            .formatted(DEADLINE.key(), deadlineSeconds));
        }
    }

    static SandboxOptions of(ReadableConfig options) {
        return new SandboxOptions(
                options.get(ISOLATION),
                options.get(MEMORY).getMebiBytes(),
                options.getOptional(DEADLINE)
                        .map(limit -> limit.toNanos() / 1e9)
                        .orElse(Double.POSITIVE_INFINITY));
    }

    SolverSandbox open() {
        return new SolverSandbox(isolation, maxMegabytes << 20);
    }
}
