package io.quartermaster.domain.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is visited by whom and when.
 *
 * @param routes of the vehicles in use
 * @param unserved stops with the reason
 */
public record RoutePlan(List<Route> routes, List<Unserved> unserved) {

    private static final double TOLERANCE = 1e-6;

    /**
     * A vehicle's route.
     *
     * @param visits in turn
     * @param distance from the depot to the depot
     * @param load units
     * @param backAt when it is back at the depot
     */
    public record Route(List<Visit> visits, double distance, double load, double backAt) {

        public Route {
            visits = List.copyOf(visits);
        }
    }

    /** A visit: arrival, and the begin of service, which waits for the ready time. */
    public record Visit(RouteProblem.Stop stop, double arrival, double begin) {}

    /** A stop that nobody visits, and why. */
    public record Unserved(RouteProblem.Stop stop, String reason) {}

    public RoutePlan {
        routes = List.copyOf(routes);
        unserved = List.copyOf(unserved);
    }

    /**
     * The plan of these sequences; whoever is in none is unserved.
     *
     * @param sequences stops of each vehicle in turn; empty ones are left out
     */
    public static RoutePlan of(RouteProblem problem, List<List<RouteProblem.Stop>> sequences) {
        Set<RouteProblem.Stop> visited = new HashSet<>();
        List<Route> routes = new ArrayList<>();
        for (List<RouteProblem.Stop> sequence : sequences) {
            visited.addAll(sequence);
            if (!sequence.isEmpty()) {
                routes.add(route(problem, sequence));
            }
        }
        List<Unserved> unserved = new ArrayList<>();
        for (RouteProblem.Stop stop : problem.stops()) {
            if (!visited.contains(stop)) {
                unserved.add(
                        new Unserved(
                                stop,
                                problem.unreachable(stop)
                                        .orElse("no vehicle has room and time left for it")));
            }
        }
        return new RoutePlan(routes, unserved);
    }

    /** The route that visits these stops in turn, each as early as it can be. */
    static Route route(RouteProblem problem, List<RouteProblem.Stop> sequence) {
        List<Visit> visits = new ArrayList<>();
        RouteProblem.Stop at = problem.depot();
        double time = at.readyTime();
        double distance = 0;
        double load = 0;
        for (RouteProblem.Stop stop : sequence) {
            double arrival = time + at.distance(stop);
            double begin = Math.max(arrival, stop.readyTime());
            visits.add(new Visit(stop, arrival, begin));
            distance += at.distance(stop);
            load += stop.demand();
            time = begin + stop.serviceTime();
            at = stop;
        }
        double home = at.distance(problem.depot());
        return new Route(visits, distance + home, load, time + home);
    }

    public double distance() {
        return routes.stream().mapToDouble(Route::distance).sum();
    }

    /** Distance and the vehicles' cost. */
    public double cost(RouteProblem problem) {
        return distance() + routes.size() * problem.vehicleCost();
    }

    /** Every rule that the plan breaks, in words; empty for a sound one. */
    public List<String> violations(RouteProblem problem) {
        List<String> broken = new ArrayList<>();
        if (routes.size() > problem.vehicles()) {
            broken.add("%d vehicles of %d go.".formatted(routes.size(), problem.vehicles()));
        }
        Set<RouteProblem.Stop> seen = new HashSet<>();
        for (Route route : routes) {
            broken.addAll(violations(problem, route));
            for (Visit visit : route.visits()) {
                if (!seen.add(visit.stop())) {
                    broken.add("Stop %s is visited twice.".formatted(visit.stop().name()));
                }
            }
        }
        if (seen.size() + unserved.size() != problem.stops().size()) {
            broken.add(
                    "Of %d stops %d are visited and %d are not."
                            .formatted(problem.stops().size(), seen.size(), unserved.size()));
        }
        return broken;
    }

    static List<String> violations(RouteProblem problem, Route route) {
        List<String> broken = new ArrayList<>();
        if (route.load() > problem.capacity() * (1 + TOLERANCE)) {
            broken.add("A vehicle carries %s of %s.".formatted(route.load(), problem.capacity()));
        }
        if (route.backAt() > problem.depot().dueTime() + TOLERANCE) {
            broken.add("A vehicle is back at %s.".formatted(route.backAt()));
        }
        for (Visit visit : route.visits()) {
            if (visit.begin() > visit.stop().dueTime() + TOLERANCE) {
                broken.add(
                        "Stop %s is served at %s.".formatted(visit.stop().name(), visit.begin()));
            }
        }
        return broken;
    }
}
