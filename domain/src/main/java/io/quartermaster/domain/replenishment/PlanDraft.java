package io.quartermaster.domain.replenishment;

/**
 * Orders in the making: keeps what each pool and place has left, and takes only changes that break
 * no rule. Stock that is above a limit without any order may stay there, not rise.
 */
final class PlanDraft {

    private static final double TOLERANCE = 1e-6;

    private final ReplenishmentProblem problem;
    private final int days;
    private final long[][] orders;
    private final StockPath[] paths;
    private final double[] costs;
    private final double[][] ordered;
    private final double[][] volume;

    PlanDraft(ReplenishmentProblem problem) {
        this.problem = problem;
        this.days = problem.horizonDays();
        int items = problem.items().size();
        this.orders = new long[items][days];
        this.paths = new StockPath[items];
        this.costs = new double[items];
        this.ordered = new double[problem.pools().size()][days];
        this.volume = new double[problem.places().size()][days];
        for (int i = 0; i < items; i++) {
            PlannedItem item = problem.items().get(i);
            paths[i] = StockPath.of(item, orders[i]);
            costs[i] = PlanCost.of(item, orders[i], paths[i]).total();
            for (int day = 0; day < days; day++) {
                volume[item.place()][day] += item.unitVolume() * paths[i].stock()[day];
            }
        }
    }

    OrderPlan plan() {
        long[][] copy = new long[orders.length][];
        for (int i = 0; i < orders.length; i++) {
            copy[i] = orders[i].clone();
        }
        return new OrderPlan(problem, copy);
    }

    long order(int item, int day) {
        return orders[item][day];
    }

    double stock(int item, int day) {
        return day < 0 ? problem.items().get(item).onHand() : paths[item].stock()[day];
    }

    double cost(int item) {
        return costs[item];
    }

    /** Units that the pool of an item can still take on a day. */
    double capacityLeft(int item, int day) {
        PlannedItem of = problem.items().get(item);
        return problem.capacityPerDay(of, day) - ordered[of.rules(day).capacityPool()][day];
    }

    /** Sets the order if that breaks no rule; says whether it did. */
    boolean change(int item, int day, long quantity) {
        PlannedItem of = problem.items().get(item);
        long before = orders[item][day];
        if (quantity == before) {
            return true;
        }
        if (!isOrder(of, day, quantity)
                || quantity - before > capacityLeft(item, day) + TOLERANCE) {
            return false;
        }
        orders[item][day] = quantity;
        StockPath path = StockPath.of(of, orders[item]);
        if (quantity > before && !fits(item, path)) {
            orders[item][day] = before;
            return false;
        }
        accept(item, day, quantity - before, path);
        return true;
    }

    /** Sets an order that stood there before, when nothing else has changed since. */
    void restore(int item, int day, long quantity) {
        long before = orders[item][day];
        orders[item][day] = quantity;
        accept(item, day, quantity - before, StockPath.of(problem.items().get(item), orders[item]));
    }

    /** The largest order of at most this quantity that breaks no rule, set; 0 where none does. */
    long changeToAtMost(int item, int day, long quantity) {
        OrderRules rules = problem.items().get(item).rules(day);
        double left = capacityLeft(item, day) + orders[item][day] + TOLERANCE;
        long wanted = Math.min(Math.min(quantity, rules.maxUnits()), (long) left);
        for (long packs = wanted / rules.packUnits(); packs > 0; packs = fewer(packs)) {
            long candidate = packs * rules.packUnits();
            if (candidate < rules.minUnits()) {
                break;
            }
            if (change(item, day, candidate)) {
                return candidate;
            }
        }
        change(item, day, 0);
        return orders[item][day];
    }

    private static long fewer(long packs) {
        return packs > 16 ? packs - packs / 8 : packs - 1;
    }

    private static boolean isOrder(PlannedItem item, int day, long quantity) {
        OrderRules rules = item.rules(day);
        return quantity == 0
                || (quantity > 0
                        && rules.canOrder(day)
                        && quantity % rules.packUnits() == 0
                        && quantity >= rules.minUnits()
                        && quantity <= rules.maxUnits());
    }

    private boolean fits(int item, StockPath path) {
        PlannedItem of = problem.items().get(item);
        double capacity = problem.place(of).volumeCapacity();
        for (int day = 0; day < days; day++) {
            double rise = path.stock()[day] - paths[item].stock()[day];
            if (rise <= TOLERANCE) {
                continue;
            }
            boolean tooMany = path.stock()[day] > of.maxStock() + TOLERANCE;
            double used = volume[of.place()][day] + rise * of.unitVolume();
            boolean tooLarge = of.unitVolume() > 0 && used > capacity + TOLERANCE;
            if (tooMany || tooLarge) {
                return false;
            }
        }
        return true;
    }

    private void accept(int item, int day, long change, StockPath path) {
        PlannedItem of = problem.items().get(item);
        ordered[of.rules(day).capacityPool()][day] += change;
        for (int at = 0; at < days; at++) {
            double rise = path.stock()[at] - paths[item].stock()[at];
            volume[of.place()][at] += rise * of.unitVolume();
        }
        paths[item] = path;
        costs[item] = PlanCost.of(of, orders[item], path).total();
    }
}
