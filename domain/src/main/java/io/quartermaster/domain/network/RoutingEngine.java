package io.quartermaster.domain.network;

import io.quartermaster.domain.engine.Engine;

/** Plans delivery routes. Safe from any number of threads; each call is one search. */
public interface RoutingEngine extends Engine {

    /**
     * Visits as many stops as it can at the least distance and cost of vehicles that it finds.
     *
     * @param maxSolutions solutions after which it stops, at least 1; work and not time, so that it
     *     repeats
     * @throws IllegalStateException when the library is missing or fails
     */
    RoutePlan plan(RouteProblem problem, int maxSolutions);
}
