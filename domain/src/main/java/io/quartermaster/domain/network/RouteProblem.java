package io.quartermaster.domain.network;

import java.util.List;
import java.util.Optional;

/**
 * Deliveries from a depot by vehicles of one kind, with time windows (Solomon 1987). Places lie in
 * a plane; a vehicle covers one unit of distance in one unit of time.
 *
 * @param depot where vehicles begin at its ready time and are back by its due time; its demand and
 *     service time do not count
 * @param stops each visited once at most
 * @param vehicles at least one
 * @param capacity units that a vehicle holds, above 0
 * @param vehicleCost of each vehicle in use, in units of distance, 0 or more
 */
public record RouteProblem(
        Stop depot, List<Stop> stops, int vehicles, double capacity, double vehicleCost) {

    /** Beyond it, sums of thousandths are no longer exact in a long number. */
    static final double MAX = 1e9;

    private static final double TOLERANCE = 1e-9;

    /**
     * A place to deliver to.
     *
     * @param x coordinate
     * @param y coordinate
     * @param demand units, 0 or more
     * @param readyTime before which service does not begin
     * @param dueTime after which service does not begin, not below the ready time
     * @param serviceTime time it takes, 0 or more
     */
    public record Stop(
            String name,
            double x,
            double y,
            double demand,
            double readyTime,
            double dueTime,
            double serviceTime) {

        public Stop {
            requireWithin(name, "x", x, -MAX);
            requireWithin(name, "y", y, -MAX);
            requireWithin(name, "demand", demand, 0);
            requireWithin(name, "ready time", readyTime, 0);
            requireWithin(name, "due time", dueTime, 0);
            requireWithin(name, "service time", serviceTime, 0);
            if (dueTime < readyTime) {
                throw new IllegalArgumentException(
                        "The due time (%s) of stop (%s) must not be before its ready time (%s)."
                                .formatted(dueTime, name, readyTime));
            }
        }

        private static void requireWithin(String name, String what, double value, double least) {
            if (!(value >= least && value <= MAX)) {
                throw new IllegalArgumentException(
                        "The %s (%s) of stop (%s) must lie between %s and %s."
                                .formatted(what, value, name, least, MAX));
            }
        }

        /** The distance to another stop, and the time it takes. */
        public double distance(Stop other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    public RouteProblem {
        stops = List.copyOf(stops);
        if (vehicles < 1 || !(capacity > 0 && capacity <= MAX)) {
            throw new IllegalArgumentException(
                    "The vehicles (%d) and their capacity (%s) must be above 0, the capacity at most %s."
                            .formatted(vehicles, capacity, MAX));
        }
        if (!(vehicleCost >= 0 && vehicleCost <= MAX)) {
            throw new IllegalArgumentException(
                    "The cost of a vehicle (%s) must lie between 0 and %s."
                            .formatted(vehicleCost, MAX));
        }
    }

    /** Why a vehicle cannot serve the stop even if it serves nothing else; empty where it can. */
    public Optional<String> unreachable(Stop stop) {
        if (stop.demand() > capacity) {
            return Optional.of(
                    "its demand (%s) is more than a vehicle holds (%s)"
                            .formatted(stop.demand(), capacity));
        }
        double arrival = depot.readyTime() + depot.distance(stop);
        if (arrival > stop.dueTime() + TOLERANCE) {
            return Optional.of(
                    "it closes at %s, and a vehicle arrives at %.3f at the earliest"
                            .formatted(stop.dueTime(), arrival));
        }
        double back =
                Math.max(arrival, stop.readyTime()) + stop.serviceTime() + stop.distance(depot);
        if (back > depot.dueTime() + TOLERANCE) {
            return Optional.of(
                    "a vehicle is back at %.3f at the earliest, and the depot closes at %s"
                            .formatted(back, depot.dueTime()));
        }
        return Optional.empty();
    }
}
