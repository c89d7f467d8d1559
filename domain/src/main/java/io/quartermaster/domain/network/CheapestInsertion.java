package io.quartermaster.domain.network;

import io.quartermaster.domain.engine.EngineStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The plain twin: each stop, those that close first before the others, goes where it adds least
 * (Solomon 1987, insertion).
 */
public final class CheapestInsertion implements RoutingEngine {

    /** Its name as options spell it. */
    public static final String NAME = "cheapest-insertion";

    private static final Comparator<RouteProblem.Stop> ORDER =
            Comparator.comparingDouble(RouteProblem.Stop::dueTime)
                    .thenComparing(RouteProblem.Stop::name);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EngineStatus probe() {
        return EngineStatus.available(NAME, "", "cpu");
    }

    @Override
    public RoutePlan plan(RouteProblem problem, int maxSolutions) {
        List<List<RouteProblem.Stop>> routes = new ArrayList<>();
        problem.stops().stream()
                .filter(stop -> problem.unreachable(stop).isEmpty())
                .sorted(ORDER)
                .forEach(stop -> insert(problem, routes, stop));
        return RoutePlan.of(problem, routes);
    }

    private static void insert(
            RouteProblem problem, List<List<RouteProblem.Stop>> routes, RouteProblem.Stop stop) {
        List<RouteProblem.Stop> best = List.of();
        int target = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int route = 0; route < routes.size(); route++) {
            double before = RoutePlan.route(problem, routes.get(route)).distance();
            for (int place = 0; place <= routes.get(route).size(); place++) {
                List<RouteProblem.Stop> longer = new ArrayList<>(routes.get(route));
                longer.add(place, stop);
                RoutePlan.Route made = RoutePlan.route(problem, longer);
                double added = made.distance() - before;
                if (added < least && RoutePlan.violations(problem, made).isEmpty()) {
                    best = longer;
                    target = route;
                    least = added;
                }
            }
        }
        double alone = problem.vehicleCost() + 2 * problem.depot().distance(stop);
        if (routes.size() < problem.vehicles() && alone < least) {
            routes.add(new ArrayList<>(List.of(stop)));
        } else if (target >= 0) {
            routes.set(target, best);
        }
    }
}
