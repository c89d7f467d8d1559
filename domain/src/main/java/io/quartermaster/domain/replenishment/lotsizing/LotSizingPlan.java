package io.quartermaster.domain.replenishment.lotsizing;

import java.util.ArrayList;
import java.util.List;

/**
 * What is made when, its stock and cost.
 *
 * @param setup whether a period is set up for an item, by period, then item
 * @param made units, by period, then item
 * @param stock units at the period's end, by period, then item
 * @param setupCost money
 * @param holdingCost money
 */
public record LotSizingPlan(
        boolean[][] setup,
        double[][] made,
        double[][] stock,
        double setupCost,
        double holdingCost) {

    /** Of a unit or of time: a share of the amount, by which rounding may miss a rule. */
    private static final double TOLERANCE = 1e-6;

    /** The plan that makes these units, set up where it is told. */
    static LotSizingPlan of(LotSizingProblem problem, boolean[][] setup, double[][] made) {
        int items = problem.items().size();
        double[][] stock = new double[problem.periods()][items];
        double setups = 0;
        double holding = 0;
        for (int item = 0; item < items; item++) {
            double kept = 0;
            for (int period = 0; period < stock.length; period++) {
                kept += made[period][item] - problem.demand()[period][item];
                stock[period][item] = Math.abs(kept) < TOLERANCE ? 0 : kept;
                setups += setup[period][item] ? problem.items().get(item).setupCost() : 0;
                holding += problem.items().get(item).holdingCost() * stock[period][item];
            }
        }
        return new LotSizingPlan(setup, made, stock, setups, holding);
    }

    public double cost() {
        return setupCost + holdingCost;
    }

    /** Time of the resource that a period uses. */
    public double timeUsed(LotSizingProblem problem, int period) {
        double time = 0;
        for (int item = 0; item < made[period].length; item++) {
            LotSizingItem one = problem.items().get(item);
            time += one.unitTime() * made[period][item];
            time += setup[period][item] ? one.setupTime() : 0;
        }
        return time;
    }

    /** Every rule that the plan breaks, in words; empty for a sound one. */
    public List<String> violations(LotSizingProblem problem) {
        List<String> broken = new ArrayList<>();
        for (int period = 0; period < made.length; period++) {
            double time = timeUsed(problem, period);
            if (time > problem.capacity() * (1 + TOLERANCE)) {
                broken.add(
                        "Period %d uses a time of %s of %s."
                                .formatted(period + 1, time, problem.capacity()));
            }
            for (int item = 0; item < made[period].length; item++) {
                if (made[period][item] > 0 && !setup[period][item]) {
                    broken.add(
                            "Period %d makes item %d without a setup."
                                    .formatted(period + 1, item + 1));
                }
                if (stock[period][item] < 0 || made[period][item] < 0) {
                    broken.add(
                            "Period %d leaves item %d with a stock of %s."
                                    .formatted(period + 1, item + 1, stock[period][item]));
                }
            }
        }
        return broken;
    }
}
