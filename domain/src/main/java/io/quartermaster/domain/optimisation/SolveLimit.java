package io.quartermaster.domain.optimisation;

import java.util.Objects;

/**
 * When a solve stops without an optimum. Work is counted alike on every machine; seconds are not,
 * so that what they cut off does not repeat.
 *
 * @param maxIterations simplex iterations, 0 for no limit
 * @param maxSeconds of wall time, above 0, infinite for no limit
 * @param interruption ends it from another thread
 */
public record SolveLimit(long maxIterations, double maxSeconds, Interruption interruption) {

    /** Solves to the end. */
    public static final SolveLimit NONE = iterations(0);

    public SolveLimit {
        Objects.requireNonNull(interruption, "interruption");
        if (maxIterations < 0) {
            throw new IllegalArgumentException(
                    "The limit of iterations (%d) must be 0 or more.".formatted(maxIterations));
        }
        if (!(maxSeconds > 0)) {
            throw new IllegalArgumentException(
                    "The limit of seconds (%s) must be above 0.".formatted(maxSeconds));
        }
    }

    public static SolveLimit iterations(long maxIterations) {
        return new SolveLimit(maxIterations, Double.POSITIVE_INFINITY, Interruption.NEVER);
    }

    /** The same, and these seconds at most. */
    public SolveLimit within(double seconds) {
        return new SolveLimit(maxIterations, seconds, interruption);
    }

    /** The same, and until it is asked for. */
    public SolveLimit until(Interruption other) {
        return new SolveLimit(maxIterations, maxSeconds, other);
    }
}
