package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;

/**
 * Looks for the prices of shared rules with the largest Lagrangian bound, by the volume algorithm
 * (Barahona and Anbil, "The volume algorithm: producing primal solutions with a subgradient
 * method", Mathematical Programming 87, 2000): steps go from the best prices so far along a running
 * mean of what plans use above the limits. Prices are measured per share of a limit, so that rows
 * of different size move alike.
 */
final class PriceAscent {

    private static final int CHUNK = 64;
    private static final double TOLERANCE = 1e-6;

    private final SharedRules rules;
    private final ItemPlan[] plans;
    private final double[] best;
    private final int threads;
    private final double[] size;
    private final double[] scale;
    private double bound = Double.NEGATIVE_INFINITY;
    private double[] mean;
    private double pace = 0.3;
    private double meanShare = 0.3;
    private int worse;
    private boolean keepsEveryRule;

    PriceAscent(SharedRules rules, double[] start, int threads) {
        this.rules = rules;
        this.plans = new ItemPlan[rules.items().length];
        this.best = start.clone();
        this.threads = threads;
        this.size = Arrays.stream(rules.limits()).map(limit -> Math.max(limit, 1)).toArray();
        this.scale = rules.scales(size);
    }

    /** The largest bound so far. */
    double bound() {
        return bound;
    }

    /** The prices of that bound, by row. */
    double[] prices() {
        return best;
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

    /**
     * One round: plans all items at the next prices.
     *
     * @param target cost of a plan that is known, or an estimate of it
     * @return whether the bound has risen
     */
    boolean round(double target) {
        double[] prices = mean == null ? best.clone() : step(target);
        double[] use = new double[best.length];
        double value = evaluate(prices, use);
        for (int row = 0; row < use.length; row++) {
            value -= prices[row] * rules.limits()[row];
        }
        double[] excess = excess(use);
        keepsEveryRule = keepsEveryRule(use);
        if (mean == null) {
            mean = excess;
        } else {
            blend(excess);
        }
        boolean rises = value > bound;
        adapt(rises, excess);
        if (rises) {
            bound = value;
            System.arraycopy(prices, 0, best, 0, best.length);
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

    private double[] step(double target) {
        double norm = 0;
        for (int row = 0; row < best.length; row++) {
            if (best[row] > 0 || mean[row] > 0) {
                norm += scale[row] * mean[row] * mean[row];
            }
        }
        double length =
                norm == 0 ? 0 : pace * Math.max(target - bound, Math.abs(target) * 1e-4) / norm;
        double[] prices = new double[best.length];
        for (int row = 0; row < best.length; row++) {
            double scaled = best[row] * size[row] + length * scale[row] * mean[row];
            prices[row] = Math.max(0, scaled) / size[row];
        }
        return prices;
    }

    /** Use above the limit, as a share of it. */
    private double[] excess(double[] use) {
        double[] excess = new double[use.length];
        for (int row = 0; row < use.length; row++) {
            excess[row] = (use[row] - rules.limits()[row]) / size[row];
        }
        return excess;
    }

    /** The share of the newest in the mean makes the mean short, within limits. */
    private void blend(double[] excess) {
        double cross = 0;
        double square = 0;
        for (int row = 0; row < mean.length; row++) {
            double difference = excess[row] - mean[row];
            square += difference * difference;
            cross -= mean[row] * difference;
        }
        double wanted = square == 0 ? meanShare : cross / square;
        double share = Math.min(meanShare, Math.max(meanShare / 10, wanted));
        for (int row = 0; row < mean.length; row++) {
            mean[row] += share * (excess[row] - mean[row]);
        }
    }

    private void adapt(boolean rises, double[] excess) {
        if (!rises) {
            if (++worse >= 3) {
                pace *= 0.66;
                worse = 0;
            }
            return;
        }
        double along = 0;
        for (int row = 0; row < mean.length; row++) {
            along += mean[row] * excess[row];
        }
        pace = Math.min(1.9, pace * (along > 0 ? 1.5 : 1.05));
        worse = 0;
    }

    /** Plans every item; the sum has a fixed order whatever the threads. */
    private double evaluate(double[] prices, double[] use) {
        ItemProgramme[] items = rules.items();
        int chunks = (items.length + CHUNK - 1) / CHUNK;
        double[] values = new double[items.length];
        Threads.run(
                threads,
                chunks,
                () -> {
                    ItemSolver solver = new ItemSolver();
                    return chunk -> plan(chunk, prices, values, solver);
                });
        for (int i = 0; i < items.length; i++) {
            rules.use(items[i], plans[i], 1, use);
        }
        return Arrays.stream(values).sum();
    }

    private void plan(int chunk, double[] prices, double[] values, ItemSolver solver) {
        ItemProgramme[] items = rules.items();
        int until = Math.min(items.length, (chunk + 1) * CHUNK);
        for (int i = chunk * CHUNK; i < until; i++) {
            Prices of = rules.prices(items[i], prices, 1);
            long[] units = solver.solve(items[i], of, Room.unlimited(items[i]));
            values[i] = solver.value();
            plans[i] = ItemPlan.of(items[i], units);
            if (items[i].relaxed().isPresent()) {
                values[i] = relaxed(items[i].relaxed().get(), prices, solver);
            }
        }
    }

    /** Less than every plan costs at these prices, where the lattice is not the exact one. */
    private double relaxed(ItemProgramme item, double[] prices, ItemSolver solver) {
        Prices of = rules.prices(item, prices, 1);
        solver.solve(item, of, Room.unlimited(item));
        return solver.value() - item.slack(of);
    }
}
