package io.quartermaster.domain.replenishment.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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
    private final int[][] itemsOfRow;

    PlanSearch(SharedRules rules, PlanAssembly plans, long seed) {
        this.rules = rules;
        this.plans = plans;
        this.random = new SplittableRandom(seed);
        this.itemsOfRow = rules.itemsOfRows();
    }

    /** Plans every item again at fading prices, in a new order each time. */
    void passes(double[] prices, double... weights) {
        for (double weight : weights) {
            for (int item : shuffled(rules.items().length)) {
                plans.plan(item, prices, weight);
            }
        }
    }

    /**
     * One neighbourhood.
     *
     * @param prices by row
     * @param temperature money that a change may cost more, on average; 0 for none
     * @return how many times an item was planned
     */
    int improve(double[] prices, double temperature) {
        List<Integer> chosen = neighbours(prices);
        List<ItemPlan> before = chosen.stream().map(plans::plan).toList();
        double cost = cost(chosen);
        for (int item : chosen) {
            plans.set(item, ItemPlan.nothing(rules.items()[item]));
        }
        double first = WEIGHTS[random.nextInt(WEIGHTS.length)];
        for (int item : chosen) {
            plans.plan(item, prices, first);
        }
        for (int item : chosen) {
            plans.plan(item, prices, 0);
        }
        double allowed =
                temperature == 0 ? -WORTH : -temperature * Math.log(1 - random.nextDouble());
        if (cost(chosen) > cost + allowed) {
            for (int i = 0; i < before.size(); i++) {
                plans.set(chosen.get(i), ItemPlan.nothing(rules.items()[chosen.get(i)]));
            }
            for (int i = 0; i < before.size(); i++) {
                plans.set(chosen.get(i), before.get(i));
            }
        }
        return 2 * chosen.size();
    }

    private double cost(List<Integer> items) {
        double sum = 0;
        for (int item : items) {
            sum += plans.plan(item).cost();
        }
        return sum;
    }

    private List<Integer> neighbours(double[] prices) {
        int row = dearRow(prices);
        int[] of = itemsOfRow[row];
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

    /** A row with a price; dear ones more often. */
    private int dearRow(double[] prices) {
        int best = -1;
        double bestWorth = -1;
        for (int tries = 0; tries < 4; tries++) {
            int row = random.nextInt(prices.length);
            double worth = prices[row] * rules.limits()[row];
            if (itemsOfRow[row].length > 0 && worth > bestWorth) {
                best = row;
                bestWorth = worth;
            }
        }
        return best < 0 ? firstWithItems() : best;
    }

    private int firstWithItems() {
        int row = 0;
        while (itemsOfRow[row].length == 0) {
            row++;
        }
        return row;
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
