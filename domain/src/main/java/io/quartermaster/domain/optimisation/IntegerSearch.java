package io.quartermaster.domain.optimisation;

import java.util.Objects;

/**
 * How an integer programme is searched, and where the search stops. Nodes and the gap are work and
 * repeat; seconds and memory do not.
 *
 * @param maxNodes nodes of the search tree, 0 for no limit
 * @param maxSeconds of wall time, above 0, infinite for no limit
 * @param gap 0 or more: enough is a cost at most this share of itself above the bound
 * @param maxMegabytes of the solver's own memory, above 0, infinite for no limit
 * @param cutsAtRootOnly whether cuts are looked for at the root only: nodes go faster and bound
 *     less, which pays where the formulation is tight already
 * @param start a solution to begin with, empty for none; one that breaks a row or a bound is left
 *     out
 * @param interruption ends it from another thread
 */
public record IntegerSearch(
        long maxNodes,
        double maxSeconds,
        double gap,
        double maxMegabytes,
        boolean cutsAtRootOnly,
        double[] start,
        Interruption interruption) {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** To the optimum. */
    public static final IntegerSearch EXACT =
            new IntegerSearch(0, NONE, 0, NONE, false, new double[0], Interruption.NEVER);

    public IntegerSearch {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(interruption, "interruption");
        if (maxNodes < 0) {
            throw new IllegalArgumentException(
                    "The limit of nodes (%d) must be 0 or more.".formatted(maxNodes));
        }
        if (!(maxSeconds > 0) || !(maxMegabytes > 0)) {
            throw new IllegalArgumentException(
                    "The limits of seconds (%s) and megabytes (%s) must be above 0."
                            .formatted(maxSeconds, maxMegabytes));
        }
        if (!(gap >= 0)) {
            throw new IllegalArgumentException("The gap (%s) must be 0 or more.".formatted(gap));
        }
        SparseForm.requireFinite("start", start);
    }

    public static IntegerSearch nodes(long maxNodes) {
        return new IntegerSearch(maxNodes, NONE, 0, NONE, false, new double[0], Interruption.NEVER);
    }

    public IntegerSearch within(double seconds) {
        return new IntegerSearch(
                maxNodes, seconds, gap, maxMegabytes, cutsAtRootOnly, start, interruption);
    }

    public IntegerSearch toGap(double enough) {
        return new IntegerSearch(
                maxNodes, maxSeconds, enough, maxMegabytes, cutsAtRootOnly, start, interruption);
    }

    public IntegerSearch inMegabytes(double most) {
        return new IntegerSearch(
                maxNodes, maxSeconds, gap, most, cutsAtRootOnly, start, interruption);
    }

    public IntegerSearch cuttingAtRootOnly() {
        return new IntegerSearch(
                maxNodes, maxSeconds, gap, maxMegabytes, true, start, interruption);
    }

    public IntegerSearch from(double[] solution) {
        return new IntegerSearch(
                maxNodes, maxSeconds, gap, maxMegabytes, cutsAtRootOnly, solution, interruption);
    }

    public IntegerSearch until(Interruption other) {
        return new IntegerSearch(
                maxNodes, maxSeconds, gap, maxMegabytes, cutsAtRootOnly, start, other);
    }
}
