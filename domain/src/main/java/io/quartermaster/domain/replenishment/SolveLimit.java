package io.quartermaster.domain.replenishment;

/**
 * When a solve stops without an optimum. Work is counted alike on every machine; seconds are not,
 * so that what they cut off does not repeat.
 *
 * @param maxIterations simplex iterations, 0 for no limit
 * @param maxSeconds of wall time, above 0, infinite for no limit
 */
public record SolveLimit(long maxIterations, double maxSeconds) {

    /** Solves to the end. */
    public static final SolveLimit NONE = iterations(0);

    public SolveLimit {
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
        return new SolveLimit(maxIterations, Double.POSITIVE_INFINITY);
    }

    /** The same, and these seconds at most. */
    public SolveLimit within(double seconds) {
        return new SolveLimit(maxIterations, seconds);
    }
}
