package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for the prices of shared rules, and of what groups move, with the largest Lagrangian bound:
 * supergradient steps whose length is told for each price by how much its own supergradient has
 * varied so far (Kingma and Ba, "Adam: a method for stochastic optimization", 2015), shrinking with
 * the root of the rounds.
 */
final class PriceAscent {

    private static final int CHUNK = 64;
    private static final double TOLERANCE = 1e-6;

    /** The first step of a price, as a share of what a row may be worth. */
    private static final double PACE = 0.06;

    private final SharedRules rules;
    private final ItemPlan[] plans;
    private final GroupAscent[] groups;
    private final int threads;
    private final double[] at;
    private final PriceSteps steps;
    private double[] best;
    private double bound = Double.NEGATIVE_INFINITY;
    private double[] used;
    private boolean keepsEveryRule;

    PriceAscent(SharedRules rules, double[] start, int threads) {
        this.rules = rules;
        this.plans = new ItemPlan[rules.items().length];
        this.at = start.clone();
        this.best = start.clone();
        this.threads = threads;
        this.steps = new PriceSteps(rules, PACE);
        this.groups =
                Arrays.stream(rules.groups())
                        .map(group -> group.isMoved() ? new GroupAscent(rules, group) : null)
                        .toArray(GroupAscent[]::new);
    }

    /** The largest bound so far. */
    double bound() {
        return bound;
    }

    /** The prices of that bound, by row. */
    double[] prices() {
        return best;
    }

    /** The prices of what a group moves, at some prices by row; empty where it moves nothing. */
    Optional<MovePrices> moves(int group, double[] rowPrices) {
        return Optional.ofNullable(groups[group]).map(of -> of.prices(rowPrices));
    }

    /** The plans of the last round. */
    ItemPlan[] plans() {
        return plans;
    }

    /** What the plans of the last round cost, without prices. */
    double cost() {
        return Arrays.stream(plans).mapToDouble(ItemPlan::cost).sum();
    }

    /** Whether the plans of the last round together keep every shared rule. */
    boolean keepsEveryRule() {
        return keepsEveryRule;
    }

    /** One round: plans all items at the next prices; gives whether the bound has risen. */
    boolean round() {
        if (used != null) {
            steps.move(at, used);
        }
        double[] use = new double[at.length];
        double value = evaluate(at, use);
        for (int row = 0; row < use.length; row++) {
            value -= at[row] * rules.limits()[row];
        }
        used = use;
        keepsEveryRule = keepsEveryRule(use);
        boolean rises = value > bound;
        if (rises) {
            bound = value;
            best = at.clone();
        }
        return rises;
    }

    private boolean keepsEveryRule(double[] use) {
        for (int row = 0; row < use.length; row++) {
            if (use[row] > rules.limits()[row] + TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** Plans every item; the sum has a fixed order whatever the threads. */
    private double evaluate(double[] prices, double[] use) {
        int chunks = (groups.length + CHUNK - 1) / CHUNK;
        double[] values = new double[groups.length];
        Threads.run(
                threads,
                chunks,
                () -> {
                    ItemSolver solver = new ItemSolver();
                    GridSolver gridSolver = new GridSolver();
                    return chunk -> plan(chunk, prices, values, solver, gridSolver);
                });
        for (int i = 0; i < plans.length; i++) {
            rules.use(rules.items()[i], plans[i], 1, use);
        }
        for (GroupAscent group : groups) {
            if (group != null) {
                group.addUse(use);
            }
        }
        return Arrays.stream(values).sum();
    }

    private void plan(
            int chunk, double[] prices, double[] values, ItemSolver solver, GridSolver gridSolver) {
        int until = Math.min(groups.length, (chunk + 1) * CHUNK);
        for (int group = chunk * CHUNK; group < until; group++) {
            if (groups[group] != null) {
                values[group] = groups[group].plan(prices, gridSolver, plans);
            } else {
                int index = rules.groups()[group].members()[0];
                ItemProgramme item = rules.items()[index];
                Prices of = rules.prices(item, prices, 1);
                plans[index] = solver.solve(item, of, Room.unlimited(item));
                values[group] = rules.bound(item, prices, solver);
            }
        }
    }
}
