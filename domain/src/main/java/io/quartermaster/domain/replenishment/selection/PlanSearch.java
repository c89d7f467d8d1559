package io.quartermaster.domain.replenishment.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes a plan cheaper that keeps every rule: takes the orders of a few items that meet in a rule
 * away and plans them again in another order (large neighbourhood search: Shaw 1998; ruin and
 * recreate: Schrimpf et al. 2000). A change that costs more is taken back.
 */
final class PlanSearch {

    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final double WORTH = 1e-9;
    private static final double[] WEIGHTS = {1, 0.7, 0.4, 0.2, 0};

    private final SharedRules rules;
    private final PlanAssembly plans;
    private final SplittableRandom random;
    private final int[][] groupsOfRow;
    private final double[] prices;
    private final List<Optional<MovePrices>> moves;

    /**
     * A search.
     *
     * @param prices of shared rules, by row
     * @param moves prices of what each group moves
     */
    PlanSearch(
            SharedRules rules,
            PlanAssembly plans,
            double[] prices,
            IntFunction<Optional<MovePrices>> moves,
            long seed) {
        this.rules = rules;
        this.plans = plans;
        this.random = new SplittableRandom(seed);
        this.groupsOfRow = rules.groupsOfRows();
        this.prices = prices.clone();
        this.moves = IntStream.range(0, rules.groups().length).mapToObj(moves).toList();
    }

    /** Plans every group again at fading prices, in a new order each time. */
    void passes(double... weights) {
        for (double weight : weights) {
            for (int group : shuffled(rules.groups().length)) {
                plan(group, weight);
            }
        }
    }

    private void plan(int group, double weight) {
        plans.plan(group, prices, weight, moves.get(group));
    }

    /**
     * One neighbourhood.
     *
     * @param temperature money that a change may cost more, on average; 0 for none
     * @return how many times an item was planned
     */
    int improve(double temperature) {
        List<Integer> chosen = neighbours();
        List<GroupPlan> before = chosen.stream().map(plans::plan).toList();
        double cost = cost(chosen);
        chosen.forEach(plans::clear);
        double first = WEIGHTS[random.nextInt(WEIGHTS.length)];
        for (int group : chosen) {
            plan(group, first);
        }
        for (int group : chosen) {
            plan(group, 0);
        }
        double allowed =
                temperature == 0 ? -WORTH : -temperature * Math.log(1 - random.nextDouble());
        if (cost(chosen) > cost + allowed) {
            chosen.forEach(plans::clear);
            for (int i = 0; i < before.size(); i++) {
                plans.set(chosen.get(i), before.get(i));
            }
        }
        return 2 * chosen.size();
    }

    private double cost(List<Integer> groups) {
        double sum = 0;
        for (int group : groups) {
            sum += plans.plan(group).cost();
        }
        return sum;
    }

    private List<Integer> neighbours() {
        int row = dearRow();
        if (row < 0) {
            return List.of(random.nextInt(rules.groups().length));
        }
        int[] of = groupsOfRow[row];
        int wanted = Math.min(of.length, FEWEST + random.nextInt(MOST - FEWEST + 1));
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < wanted) {
            int item = of[random.nextInt(of.length)];
            if (!chosen.contains(item)) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    /** A row with a price, dear ones more often; negative where no row limits anything. */
    private int dearRow() {
        int best = -1;
        double bestWorth = -1;
        for (int tries = 0; tries < 4 && prices.length > 0; tries++) {
            int row = random.nextInt(prices.length);
            double worth = prices[row] * rules.limits()[row];
            if (groupsOfRow[row].length > 0 && worth > bestWorth) {
                best = row;
                bestWorth = worth;
            }
        }
        return best < 0 ? firstWithItems() : best;
    }

    private int firstWithItems() {
        for (int row = 0; row < groupsOfRow.length; row++) {
            if (groupsOfRow[row].length > 0) {
                return row;
            }
        }
        return -1;
    }

    private int[] shuffled(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        return order;
    }
}
