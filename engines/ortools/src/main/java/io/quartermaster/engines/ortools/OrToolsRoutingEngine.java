package io.quartermaster.engines.ortools;

import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.network.RoutePlan;
import io.quartermaster.domain.network.RouteProblem;
import io.quartermaster.domain.network.RoutingEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plans routes by OR-Tools: parallel cheapest insertion, then guided local search up to a number of
 * solutions. Amounts are counted in thousandths, times and distances rounded up, so that no window
 * is missed by rounding. A stop left out costs more than any route.
 */
public final class OrToolsRoutingEngine implements RoutingEngine {

    private static final double THOUSANDTHS = 1000;

    /** Of a thousandth: what division leaves of a whole number of them. */
    private static final double ROUNDING = 1e-6;

    @Override
    public String name() {
        return "or-tools";
    }

    @Override
    public EngineStatus probe() {
        String missing = OrToolsLibrary.missing();
        return missing.isEmpty()
                ? EngineStatus.available(name(), OrToolsLibrary.version(), "cpu")
                : EngineStatus.missing(name(), missing);
    }

    @Override
    public RoutePlan plan(RouteProblem problem, int maxSolutions) {
        List<RouteProblem.Stop> nodes = new ArrayList<>();
        nodes.add(problem.depot());
        problem.stops().stream()
                .filter(stop -> problem.unreachable(stop).isEmpty())
                .forEach(nodes::add);
        if (nodes.size() == 1) {
            return RoutePlan.of(problem, List.of());
        }
        OrToolsLibrary.load();
        RoutingIndexManager manager = new RoutingIndexManager(nodes.size(), problem.vehicles(), 0);
        RoutingModel model = new RoutingModel(manager);
        try {
            describe(problem, nodes, manager, model);
            Assignment found = model.solveWithParameters(parameters(maxSolutions));
            if (found == null) {
                throw new IllegalStateException(
                        "OR-Tools found no routes for %d stops.".formatted(nodes.size() - 1));
            }
            return RoutePlan.of(problem, sequences(problem, nodes, manager, model, found));
        } finally {
            model.delete();
            manager.delete();
        }
    }

    private static void describe(
            RouteProblem problem,
            List<RouteProblem.Stop> nodes,
            RoutingIndexManager manager,
            RoutingModel model) {
        long[][] distances = new long[nodes.size()][nodes.size()];
        long[][] times = new long[nodes.size()][nodes.size()];
        long[] demands = new long[nodes.size()];
        long longest = 0;
        for (int from = 0; from < distances.length; from++) {
            RouteProblem.Stop one = nodes.get(from);
            demands[from] = from == 0 ? 0 : up(one.demand());
            for (int to = 0; to < distances.length; to++) {
                distances[from][to] = up(one.distance(nodes.get(to)));
                times[from][to] = distances[from][to] + (from == 0 ? 0 : up(one.serviceTime()));
                longest = Math.max(longest, distances[from][to]);
            }
        }
        model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(distances));
        model.setFixedCostOfAllVehicles(up(problem.vehicleCost()));
        long[] capacities = new long[problem.vehicles()];
        Arrays.fill(capacities, down(problem.capacity()));
        model.addDimensionWithVehicleCapacity(
                model.registerUnaryTransitVector(demands), 0, capacities, true, "load");
        long horizon = down(problem.depot().dueTime());
        model.addDimension(model.registerTransitMatrix(times), horizon, horizon, false, "time");
        windows(problem, nodes, manager, model);
        long unserved = nodes.size() * (2 * longest + 1) + up(problem.vehicleCost());
        for (int node = 1; node < nodes.size(); node++) {
            model.addDisjunction(new long[] {manager.nodeToIndex(node)}, unserved);
        }
    }

    private static void windows(
            RouteProblem problem,
            List<RouteProblem.Stop> nodes,
            RoutingIndexManager manager,
            RoutingModel model) {
        RoutingDimension time = model.getMutableDimension("time");
        for (int node = 1; node < nodes.size(); node++) {
            RouteProblem.Stop stop = nodes.get(node);
            time.cumulVar(manager.nodeToIndex(node))
                    .setRange(up(stop.readyTime()), down(stop.dueTime()));
        }
        long opens = up(problem.depot().readyTime());
        long closes = down(problem.depot().dueTime());
        for (int vehicle = 0; vehicle < problem.vehicles(); vehicle++) {
            time.cumulVar(model.start(vehicle)).setRange(opens, closes);
            time.cumulVar(model.end(vehicle)).setRange(opens, closes);
        }
    }

    private static RoutingSearchParameters parameters(int maxSolutions) {
        return main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setSolutionLimit(maxSolutions)
                .build();
    }

    private static List<List<RouteProblem.Stop>> sequences(
            RouteProblem problem,
            List<RouteProblem.Stop> nodes,
            RoutingIndexManager manager,
            RoutingModel model,
            Assignment found) {
        List<List<RouteProblem.Stop>> sequences = new ArrayList<>();
        for (int vehicle = 0; vehicle < problem.vehicles(); vehicle++) {
            List<RouteProblem.Stop> sequence = new ArrayList<>();
            long index = found.value(model.nextVar(model.start(vehicle)));
            while (!model.isEnd(index)) {
                sequence.add(nodes.get(manager.indexToNode(index)));
                index = found.value(model.nextVar(index));
            }
            sequences.add(sequence);
        }
        return sequences;
    }

    private static long up(double value) {
        return (long) Math.ceil(value * THOUSANDTHS - ROUNDING);
    }

    private static long down(double value) {
        return (long) Math.floor(value * THOUSANDTHS + ROUNDING);
    }
}
