package io.quartermaster.domain.replenishment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** What can be negotiated with a supplier, as a change of the problem of what to order of it. */
public enum Lever {
    /**
     * One day less from order to arrival. The safety stock covers a day less, by the root of the
     * days at risk; what is aimed at for the horizon's end stays.
     */
    LEAD_TIME("1 day less") {
        @Override
        ReplenishmentProblem pulled(ReplenishmentProblem problem, IntPredicate ofSupplier) {
            return itemsOf(problem, ofSupplier, Lever::aDayEarlier);
        }
    },
    /** Every unit cost 1 % less. */
    PRICE("1 % less") {
        @Override
        ReplenishmentProblem pulled(ReplenishmentProblem problem, IntPredicate ofSupplier) {
            return itemsOf(problem, ofSupplier, Lever::cheaper);
        }
    },
    /** Half the smallest order. */
    MINIMUM("half of it") {
        @Override
        ReplenishmentProblem pulled(ReplenishmentProblem problem, IntPredicate ofSupplier) {
            return itemsOf(
                    problem,
                    ofSupplier,
                    item -> item.withRules(rules -> rules.withMinUnits(rules.minUnits() / 2)));
        }
    },
    /** A tenth more capacity on every day. */
    CAPACITY("10 % more") {
        @Override
        ReplenishmentProblem pulled(ReplenishmentProblem problem, IntPredicate ofSupplier) {
            boolean[] pools = poolsOf(problem, ofSupplier);
            List<CapacityPool> wider = new ArrayList<>();
            for (int pool = 0; pool < pools.length; pool++) {
                CapacityPool of = problem.pools().get(pool);
                wider.add(
                        pools[pool]
                                ? new CapacityPool(of.name(), of.unitsPerDay() * (1 + MORE))
                                : of);
            }
            return problem.withPools(wider);
        }

        /** The programme spreads an order's cost over the capacity: the spread stays as it was. */
        @Override
        ReplenishmentProblem linear(ReplenishmentProblem problem, IntPredicate ofSupplier) {
            return itemsOf(
                    pulled(problem, ofSupplier),
                    i -> ofSupplier.test(i) && capacityIsTheLargestOrder(problem, i),
                    item -> item.with(item.costs().withOrder(item.costs().order() * (1 + MORE))));
        }
    };

    /** Share of the price that is negotiated. */
    static final double LESS = 0.01;

    /** Share of the capacity that is negotiated. */
    static final double MORE = 0.1;

    private final String change;

    Lever(String change) {
        this.change = change;
    }

    /** What changes, in words. */
    public String change() {
        return change;
    }

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The problem after the change.
     *
     * @param ofSupplier whether an item of the problem is the supplier's, by its index
     */
    abstract ReplenishmentProblem pulled(ReplenishmentProblem problem, IntPredicate ofSupplier);

    /** The problem after the change, as the linear programme shall see it. */
    ReplenishmentProblem linear(ReplenishmentProblem problem, IntPredicate ofSupplier) {
        return pulled(problem, ofSupplier);
    }

    private static boolean capacityIsTheLargestOrder(ReplenishmentProblem problem, int index) {
        PlannedItem item = problem.items().get(index);
        return problem.capacityPerDay(item, 0) < item.rules(0).maxUnits();
    }

    /** The capacities that the supplier's items use on any day. */
    static boolean[] poolsOf(ReplenishmentProblem problem, IntPredicate ofSupplier) {
        boolean[] pools = new boolean[problem.pools().size()];
        for (int i = 0; i < problem.items().size(); i++) {
            for (int slot = 0; slot < problem.items().get(i).slots(); slot++) {
                pools[problem.items().get(i).rules(slot).capacityPool()] |= ofSupplier.test(i);
            }
        }
        return pools;
    }

    private static ReplenishmentProblem itemsOf(
            ReplenishmentProblem problem,
            IntPredicate ofSupplier,
            UnaryOperator<PlannedItem> change) {
        List<PlannedItem> items = new ArrayList<>(problem.items());
        for (int i = 0; i < items.size(); i++) {
            if (ofSupplier.test(i)) {
                items.set(i, change.apply(items.get(i)));
            }
        }
        return problem.withItems(items);
    }

    private static PlannedItem aDayEarlier(PlannedItem item) {
        SafetyStock safety = item.safetyStock();
        boolean shorter = item.rules().leadTimeDays() > 0 && safety.riskDays() > 0;
        double share =
                shorter ? Math.sqrt((safety.riskDays() - 1) / (double) safety.riskDays()) : 1;
        SafetyStock less =
                new SafetyStock(
                        safety.units() * share,
                        safety.riskDays() - (shorter ? 1 : 0),
                        safety.serviceLevel());
        return item.withRules(OrderRules::aDayEarlier).with(less);
    }

    private static PlannedItem cheaper(PlannedItem item) {
        return item.with(item.costs().withUnit(item.costs().unit() * (1 - LESS)));
    }

    /** What 1 % of the price of these orders is. */
    static double priceShare(
            ReplenishmentProblem problem, IntPredicate ofSupplier, double[][] orders) {
        double sum = 0;
        for (int i = 0; i < orders.length; i++) {
            PlannedItem item = problem.items().get(i);
            for (int day = 0; day < orders[i].length && ofSupplier.test(i); day++) {
                double largest =
                        Math.min(
                                (double) item.rules(day).maxUnits(),
                                problem.capacityPerDay(item, day));
                double share = item.rules(day).prices().lowest(largest);
                sum += orders[i][day] * item.costs().unit() * share;
            }
        }
        return LESS * sum;
    }

    /** What the duals of the capacities say of a tenth more. */
    static double capacityShare(
            ReplenishmentProblem problem, IntPredicate ofSupplier, double[][] prices) {
        boolean[] pools = poolsOf(problem, ofSupplier);
        double sum = 0;
        for (int pool = 0; pool < pools.length; pool++) {
            double unitsPerDay = problem.pools().get(pool).unitsPerDay();
            if (pools[pool] && Double.isFinite(unitsPerDay)) {
                sum += Arrays.stream(prices[pool]).sum() * unitsPerDay;
            }
        }
        return MORE * sum;
    }
}
