package io.quartermaster.domain.network;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The flow that meets as much of what is asked for as can be, at the least cost: successive
 * shortest paths with potentials (Edmonds and Karp 1972; Ahuja, Magnanti and Orlin 1993, 9.7).
 *
 * @param flow units by arc
 * @param shortfall units by place that are asked for and do not come
 * @param price money by place: what a unit more asked for there costs, if all that is asked for
 *     comes
 * @param cost money
 */
public record MinimumCostFlow(double[] flow, double[] shortfall, double[] price, double cost) {

    /** Share of the largest amount below which an amount is rounding. */
    private static final double TINY = 1e-12;

    public static MinimumCostFlow of(FlowProblem problem) {
        Search search = new Search(problem);
        search.run();
        double[] flow = new double[problem.arcs().size()];
        double cost = 0;
        for (int arc = 0; arc < flow.length; arc++) {
            flow[arc] = search.flow(arc);
            cost += flow[arc] * problem.arcs().get(arc).unitCost();
        }
        double[] shortfall = new double[problem.places().size()];
        for (int place = 0; place < shortfall.length; place++) {
            shortfall[place] = Math.max(0, -search.excess[place]);
        }
        return new MinimumCostFlow(
                flow, shortfall, Arrays.copyOf(search.potential, shortfall.length), cost);
    }

    /** Whether everything asked for comes. */
    public boolean complete() {
        return Arrays.stream(shortfall).allMatch(units -> units == 0);
    }

    /** The most by which a place or arc breaks a rule, in units; near 0 for a sound flow. */
    public double violation(FlowProblem problem) {
        double[] out = new double[problem.places().size()];
        double worst = 0;
        for (int i = 0; i < flow.length; i++) {
            FlowProblem.Arc arc = problem.arcs().get(i);
            out[arc.from()] += flow[i];
            out[arc.to()] -= flow[i];
            worst = Math.max(worst, Math.max(-flow[i], flow[i] - arc.capacity()));
        }
        for (int place = 0; place < out.length; place++) {
            double supply = problem.places().get(place).supply();
            // A place that offers may keep a part; one that asks gets it all but the shortfall.
            double over = out[place] - supply - shortfall[place];
            worst = Math.max(worst, supply > 0 ? Math.max(over, -out[place]) : Math.abs(over));
        }
        return worst;
    }

    private record Step(int place, double distance) {}

    /** The residual network: arc 2i is arc i, arc 2i + 1 its reverse. */
    private static final class Search {

        private final FlowProblem problem;
        private final int places;
        private final int[][] leaving;
        private final double[] room;

        /** What a place still offers, or below 0 asks for. */
        private final double[] excess;

        private final double[] potential;
        private final double[] distance;
        private final int[] arrival;
        private final double tiny;

        private Search(FlowProblem problem) {
            this.problem = problem;
            this.places = problem.places().size();
            this.leaving = new int[places][];
            this.room = new double[2 * problem.arcs().size()];
            this.excess =
                    problem.places().stream().mapToDouble(FlowProblem.Place::supply).toArray();
            this.potential = new double[places];
            this.distance = new double[places];
            this.arrival = new int[places];
            this.tiny = TINY * Arrays.stream(excess).map(Math::abs).max().orElse(0);
            int[] counts = new int[places];
            for (FlowProblem.Arc arc : problem.arcs()) {
                counts[arc.from()]++;
                counts[arc.to()]++;
            }
            Arrays.setAll(leaving, place -> new int[counts[place]]);
            for (int i = 0; i < problem.arcs().size(); i++) {
                FlowProblem.Arc arc = problem.arcs().get(i);
                room[2 * i] = arc.capacity();
                leaving[arc.from()][--counts[arc.from()]] = 2 * i;
                leaving[arc.to()][--counts[arc.to()]] = 2 * i + 1;
            }
        }

        private double flow(int arc) {
            return room[2 * arc + 1];
        }

        private void run() {
            for (int last = nearestAsking(); last >= 0; last = nearestAsking()) {
                double end = distance[last];
                for (int place = 0; place < places; place++) {
                    potential[place] += Math.min(distance[place], end);
                }
                push(last);
            }
        }

        private int head(int arc) {
            FlowProblem.Arc one = problem.arcs().get(arc / 2);
            return arc % 2 == 0 ? one.to() : one.from();
        }

        private double reducedCost(int arc, int from) {
            double cost = problem.arcs().get(arc / 2).unitCost();
            double reduced = (arc % 2 == 0 ? cost : -cost) + potential[from] - potential[head(arc)];
            return Math.max(0, reduced);
        }

        /** Dijkstra from all that offer to the nearest that asks; -1 where none is reached. */
        private int nearestAsking() {
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            Arrays.fill(arrival, -1);
            PriorityQueue<Step> queue =
                    new PriorityQueue<>(
                            (a, b) ->
                                    a.distance() == b.distance()
                                            ? Integer.compare(a.place(), b.place())
                                            : Double.compare(a.distance(), b.distance()));
            for (int place = 0; place < places; place++) {
                if (excess[place] > tiny) {
                    distance[place] = 0;
                    queue.add(new Step(place, 0));
                }
            }
            while (!queue.isEmpty()) {
                Step step = queue.remove();
                if (step.distance() > distance[step.place()]) {
                    continue;
                }
                if (excess[step.place()] < -tiny) {
                    return step.place();
                }
                relax(step, queue);
            }
            return -1;
        }

        private void relax(Step step, PriorityQueue<Step> queue) {
            for (int arc : leaving[step.place()]) {
                double next = step.distance() + reducedCost(arc, step.place());
                int to = head(arc);
                if (room[arc] > tiny && next < distance[to]) {
                    distance[to] = next;
                    arrival[to] = arc;
                    queue.add(new Step(to, next));
                }
            }
        }

        private void push(int last) {
            double units = -excess[last];
            int first = last;
            while (arrival[first] >= 0) {
                units = Math.min(units, room[arrival[first]]);
                first = head(arrival[first] ^ 1);
            }
            units = Math.min(units, excess[first]);
            for (int place = last; arrival[place] >= 0; place = head(arrival[place] ^ 1)) {
                room[arrival[place]] -= units;
                room[arrival[place] ^ 1] += units;
            }
            excess[first] = left(excess[first] - units);
            excess[last] = left(excess[last] + units);
        }

        private double left(double units) {
            return Math.abs(units) <= tiny ? 0 : units;
        }
    }
}
