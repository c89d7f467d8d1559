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
    private final double[] spent;

    PlanDraft(ReplenishmentProblem problem) {
        this.problem = problem;
        this.days = problem.horizonDays();
        int items = problem.items().size();
        this.orders = new long[items][];
        this.paths = new StockPath[items];
        this.costs = new double[items];
        this.ordered = new double[problem.pools().size()][days];
        this.volume = new double[problem.places().size()][days];
        this.spent = new double[problem.money().size()];
        for (int i = 0; i < items; i++) {
            PlannedItem item = problem.items().get(i);
            orders[i] = new long[item.slots()];
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

    long order(int item, int slot) {
        return orders[item][slot];
    }

    double stock(int item, int day) {
        return day < 0 ? problem.items().get(item).onHand() : paths[item].stock()[day];
    }

    double cost(int item) {
        return costs[item];
    }

    /** Units that the pool of a slot can still take on its day. */
    private double capacityLeft(int item, int slot) {
        PlannedItem of = problem.items().get(item);
        return problem.capacityPerDay(of, slot)
                - ordered[of.rules(slot).capacityPool()][of.day(slot)];
    }

    /** Whether more money for an order is there. */
    private boolean canPay(PlannedItem of, int slot, double more) {
        for (int limit = 0; limit < spent.length; limit++) {
            MoneyLimit money = problem.money().get(limit);
            if (money.counts(of.item(), of.day(slot))
                    && spent[limit] + more > money.limit() + TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static double price(PlannedItem of, int slot, long quantity) {
        return quantity == 0 ? 0 : quantity * of.unitCost(slot, quantity);
    }

    /** Sets the order if that breaks no rule; says whether it did. */
    boolean change(int item, int slot, long quantity) {
        PlannedItem of = problem.items().get(item);
        long before = orders[item][slot];
        if (quantity == before) {
            return true;
        }
        if (!isOrder(of, slot, quantity)
                || quantity - before > capacityLeft(item, slot) + TOLERANCE
                || !canPay(of, slot, price(of, slot, quantity) - price(of, slot, before))) {
            return false;
        }
        orders[item][slot] = quantity;
        StockPath path = StockPath.of(of, orders[item]);
        if (quantity > before && !fits(item, path)) {
            orders[item][slot] = before;
            return false;
        }
        accept(item, slot, before, path);
        return true;
    }

    /** Sets an order that stood there before, when nothing else has changed since. */
    void restore(int item, int slot, long quantity) {
        long before = orders[item][slot];
        orders[item][slot] = quantity;
        accept(item, slot, before, StockPath.of(problem.items().get(item), orders[item]));
    }

    /** The largest order of at most this quantity that breaks no rule, set; 0 where none does. */
    long changeToAtMost(int item, int slot, long quantity) {
        OrderRules rules = problem.items().get(item).rules(slot);
        double left = capacityLeft(item, slot) + orders[item][slot] + TOLERANCE;
        long wanted = Math.min(Math.min(quantity, rules.maxUnits()), (long) left);
        for (long packs = wanted / rules.packUnits(); packs > 0; packs = fewer(packs)) {
            long candidate = packs * rules.packUnits();
            if (candidate < rules.minUnits()) {
                break;
            }
            if (change(item, slot, candidate)) {
                return candidate;
            }
        }
        change(item, slot, 0);
        return orders[item][slot];
    }

    private static long fewer(long packs) {
        return packs > 16 ? packs - packs / 8 : packs - 1;
    }

    private static boolean isOrder(PlannedItem item, int slot, long quantity) {
        OrderRules rules = item.rules(slot);
        return quantity == 0
                || (quantity > 0
                        && item.canOrder(slot)
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
            boolean tooMany = path.stock()[day] > of.stockLimit(day) + TOLERANCE;
            double used = volume[of.place()][day] + rise * of.unitVolume();
            boolean tooLarge = of.unitVolume() > 0 && used > capacity + TOLERANCE;
            if (tooMany || tooLarge) {
                return false;
            }
        }
        return true;
    }

    private void accept(int item, int slot, long before, StockPath path) {
        PlannedItem of = problem.items().get(item);
        long quantity = orders[item][slot];
        ordered[of.rules(slot).capacityPool()][of.day(slot)] += quantity - before;
        for (int limit = 0; limit < spent.length; limit++) {
            if (problem.money().get(limit).counts(of.item(), of.day(slot))) {
                spent[limit] += price(of, slot, quantity) - price(of, slot, before);
            }
        }
        for (int at = 0; at < days; at++) {
            double rise = path.stock()[at] - paths[item].stock()[at];
            volume[of.place()][at] += rise * of.unitVolume();
        }
        paths[item] = path;
        costs[item] = PlanCost.of(of, orders[item], path).total();
    }
}
