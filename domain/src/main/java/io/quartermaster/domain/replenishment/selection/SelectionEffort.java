package io.quartermaster.domain.replenishment.selection;

import java.io.Serializable;

/**
 * When plan selection stops.
 *
 * @param gap share of the cost that the plan may lie above the bound; met, it stops
 * @param rounds rounds of prices at most
 * @param repairs items planned again in the search for a cheaper plan, as a multiple of the items
 * @param seconds of wall time at most, infinite for no limit; what time cuts off does not repeat
 * @param threads that plan items at the same time
 */
public record SelectionEffort(double gap, int rounds, int repairs, double seconds, int threads)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What a plan of a run is worth: 1 %, and work that ends in a second. */
    public static final SelectionEffort USUAL =
            new SelectionEffort(0.01, 60, 40, Double.POSITIVE_INFINITY, 1);

    public SelectionEffort {
        if (!(gap >= 0) || rounds < 1 || repairs < 0 || !(seconds >= 0) || threads < 1) {
            throw new IllegalArgumentException(
                    "The gap (%s), rounds (%d), repairs (%d), seconds (%s) and threads (%d) must be 0 or more, rounds and threads 1."
                            .formatted(gap, rounds, repairs, seconds, threads));
        }
    }

    /** The same within fewer seconds. */
    public SelectionEffort within(double atMost) {
        return new SelectionEffort(gap, rounds, repairs, Math.min(seconds, atMost), threads);
    }
}
