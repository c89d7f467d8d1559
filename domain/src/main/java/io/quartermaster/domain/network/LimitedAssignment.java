package io.quartermaster.domain.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Assigns jobs to bins that hold a limited number: as many jobs as can be, at the least cost.
 * Successive shortest paths (Ahuja, Magnanti and Orlin 1993, 9.7) over the bins alone: each job
 * comes in at its cheapest, moving others on from full bins where that pays. Exact; equal costs are
 * decided by the order of jobs and bins.
 */
final class LimitedAssignment {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** A gain below this share of a cost is rounding. */
    private static final double GAIN = 1e-14;

    private record Move(int job, double cost) implements Comparable<Move> {

        @Override
        public int compareTo(Move other) {
            int byCost = Double.compare(cost, other.cost);
            return byCost == 0 ? Integer.compare(job, other.job) : byCost;
        }
    }

    private final double[][] costs;
    private final int[] limits;

    /** One more than the bins: the last takes what no bin does. */
    private final int places;

    private final double unserved;
    private final int[] placeOf;
    private final int[] used;

    /** Jobs that may move from one place to another, cheapest first; those gone stay until seen. */
    private final List<List<PriorityQueue<Move>>> moves;

    private LimitedAssignment(double[][] costs, int[] limits) {
        this.costs = costs;
        this.limits = limits;
        this.places = limits.length + 1;
        this.placeOf = new int[costs.length];
        this.used = new int[places];
        Arrays.fill(placeOf, -1);
        double most = 1;
        for (double[] ofJob : costs) {
            most += Arrays.stream(ofJob).filter(cost -> cost < NONE).max().orElse(0);
        }
        this.unserved = most;
        this.moves = queues(places);
    }

    private static List<List<PriorityQueue<Move>>> queues(int places) {
        return Stream.generate(
                        () -> Stream.generate(PriorityQueue<Move>::new).limit(places).toList())
                .limit(places)
                .toList();
    }

    /**
     * The bin of each job, -1 for none.
     *
     * @param costs 0 or more, by job, then bin; infinite where the bin cannot take the job
     * @param limits jobs that each bin holds, 0 or more
     */
    static int[] of(double[][] costs, int[] limits) {
        LimitedAssignment assignment = new LimitedAssignment(costs, limits);
        for (int job = 0; job < costs.length; job++) {
            assignment.add(job);
        }
        int[] bins = assignment.placeOf.clone();
        for (int job = 0; job < bins.length; job++) {
            bins[job] = bins[job] == limits.length ? -1 : bins[job];
        }
        return bins;
    }

    private double cost(int job, int place) {
        return place == limits.length ? unserved : costs[job][place];
    }

    /** The cheapest way from the new job to a place with room, moving a job at each step. */
    private void add(int job) {
        double[] distance = new double[places];
        int[] before = new int[places];
        Deque<Integer> changed = new ArrayDeque<>();
        for (int place = 0; place < places; place++) {
            distance[place] = cost(job, place);
            before[place] = -1;
            if (distance[place] < NONE) {
                changed.add(place);
            }
        }
        while (!changed.isEmpty()) {
            int from = changed.remove();
            for (int to = 0; to < places && isFull(from); to++) {
                double step = step(from, to);
                if (distance[from] + step < distance[to] - GAIN * unserved) {
                    distance[to] = distance[from] + step;
                    before[to] = from;
                    if (!changed.contains(to)) {
                        changed.add(to);
                    }
                }
            }
        }
        settle(job, nearestWithRoom(distance), before);
    }

    private boolean isFull(int place) {
        return place < limits.length && used[place] >= limits[place];
    }

    private int nearestWithRoom(double[] distance) {
        int nearest = limits.length;
        for (int place = limits.length - 1; place >= 0; place--) {
            if (!isFull(place) && distance[place] <= distance[nearest]) {
                nearest = place;
            }
        }
        return nearest;
    }

    private double step(int from, int to) {
        if (from == to) {
            return NONE;
        }
        PriorityQueue<Move> queue = moves.get(from).get(to);
        while (!queue.isEmpty() && placeOf[queue.peek().job()] != from) {
            queue.remove();
        }
        return queue.isEmpty() ? NONE : queue.peek().cost();
    }

    private void settle(int job, int last, int[] before) {
        used[last]++;
        int to = last;
        while (before[to] >= 0) {
            int from = before[to];
            put(moves.get(from).get(to).peek().job(), to);
            to = from;
        }
        put(job, to);
    }

    private void put(int job, int place) {
        placeOf[job] = place;
        for (int to = 0; to < places; to++) {
            if (to != place && cost(job, to) < NONE) {
                moves.get(place).get(to).add(new Move(job, cost(job, to) - cost(job, place)));
            }
        }
    }
}
