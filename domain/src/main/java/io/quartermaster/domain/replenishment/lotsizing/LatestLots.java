package io.quartermaster.domain.replenishment.lotsizing;

import java.util.Optional;

/**
 * A plan to begin with: from the last period back, each period makes what is asked for then; what
 * does not fit moves one period earlier, whole items first and those that are cheapest to keep for
 * the time that they free.
 */
final class LatestLots {

    private final LotSizingProblem problem;
    private final int items;

    LatestLots(LotSizingProblem problem) {
        this.problem = problem;
        this.items = problem.items().size();
    }

    /** The plan, if all fits. */
    Optional<LotSizingPlan> plan() {
        double[][] made = new double[problem.periods()][items];
        double[] asked = new double[items];
        for (int period = problem.periods() - 1; period >= 0; period--) {
            for (int item = 0; item < items; item++) {
                asked[item] += problem.demand()[period][item];
                made[period][item] = asked[item];
            }
            moveEarlier(made[period]);
            for (int item = 0; item < items; item++) {
                asked[item] -= made[period][item];
            }
        }
        for (double left : asked) {
            if (left > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(LotSizingPlan.of(problem, setups(made), made));
    }

    private void moveEarlier(double[] made) {
        double over = time(made) - problem.capacity();
        for (int item = cheapest(made); over > 0 && item >= 0; item = cheapest(made)) {
            LotSizingItem one = problem.items().get(item);
            double whole = one.setupTime() + one.unitTime() * made[item];
            // Without the setup the last part of a lot frees more than its share.
            boolean part = over < one.unitTime() * made[item];
            made[item] = part ? made[item] - over / one.unitTime() : 0;
            over -= part ? over : whole;
        }
    }

    private int cheapest(double[] made) {
        int cheapest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int item = 0; item < items; item++) {
            LotSizingItem one = problem.items().get(item);
            double time = one.setupTime() + one.unitTime() * made[item];
            double cost = one.holdingCost() * made[item] / time;
            if (made[item] > 0 && time > 0 && cost < least) {
                cheapest = item;
                least = cost;
            }
        }
        return cheapest;
    }

    private double time(double[] made) {
        double time = 0;
        for (int item = 0; item < items; item++) {
            LotSizingItem one = problem.items().get(item);
            time += made[item] > 0 ? one.setupTime() + one.unitTime() * made[item] : 0;
        }
        return time;
    }

    private static boolean[][] setups(double[][] made) {
        boolean[][] setup = new boolean[made.length][made[0].length];
        for (int period = 0; period < made.length; period++) {
            for (int item = 0; item < made[period].length; item++) {
                setup[period][item] = made[period][item] > 0;
            }
        }
        return setup;
    }
}
