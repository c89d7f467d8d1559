package io.quartermaster.domain.replenishment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Says in words why a plan orders what it orders. */
public final class OrderReason {

    private static final double TOLERANCE = 1e-4;

    private final SupplierPlan plan;
    private final ReplenishmentProblem problem;

    /** Units of each pool on each day: summed once, since every order asks for it. */
    private final double[][] ordered;

    /**
     * Units moved to and from each item on each day, and of them those that go: summed once too.
     */
    private final double[][] moved;

    private final long[] goesOn;

    public OrderReason(SupplierPlan plan) {
        this.plan = plan;
        this.problem = plan.plan().problem();
        this.moved = plan.plan().moved();
        this.goesOn = new long[problem.items().size()];
        plan.plan().transfers().forEach(one -> goesOn[one.from()] += one.units());
        this.ordered = new double[problem.pools().size()][problem.horizonDays()];
        for (int i = 0; i < problem.items().size(); i++) {
            PlannedItem item = problem.items().get(i);
            for (int slot = 0; slot < item.slots(); slot++) {
                ordered[item.rules(slot).capacityPool()][item.day(slot)] +=
                        plan.plan().orders()[i][slot];
            }
        }
    }

    /** The reason for one order. */
    public String of(int index, int slot) {
        PlannedItem item = problem.items().get(index);
        long quantity = plan.plan().orders()[index][slot];
        StringBuilder reason = new StringBuilder();
        reason.append(demand(index, item, slot));
        reason.append(safety(item));
        reason.append(packs(item.rules(slot), quantity));
        reason.append(price(item.rules(slot), quantity));
        reason.append(capacity(item, slot, quantity));
        reason.append(volume(item, slot));
        reason.append(money(item, slot));
        reason.append(goesOn(index));
        reason.append(aPackMoreOrLess(index, item, slot));
        return reason.append("; ").append(item.terms(slot)).toString();
    }

    private String demand(int index, PlannedItem item, int slot) {
        int arrival = item.arrival(slot);
        double expected = 0;
        for (int at = arrival; at < problem.horizonDays(); at++) {
            expected += item.demand()[at];
        }
        StockPath path = StockPath.of(item, plan.plan().orders()[index], moved[index]);
        double before = arrival == 0 ? item.onHand() : path.stock()[arrival - 1];
        return "expected demand %s from arrival to the horizon's end against %s in stock, lead time %d days"
                .formatted(rounded(expected), rounded(before), item.rules(slot).leadTimeDays());
    }

    private static String safety(PlannedItem item) {
        SafetyStock safety = item.safetyStock();
        return safety.units() == 0
                ? "; no safety stock"
                : "; safety stock %s is the %s quantile over %d days of lead time and review"
                        .formatted(
                                rounded(safety.units()),
                                rounded(safety.serviceLevel()),
                                safety.riskDays());
    }

    private static String packs(OrderRules rules, long quantity) {
        if (quantity == rules.smallestOrder() && rules.minUnits() > rules.packUnits()) {
            return "; smallest order %d binds, in packs of %d"
                    .formatted(rules.minUnits(), rules.packUnits());
        }
        return rules.packUnits() == 1 ? "" : "; in packs of " + rules.packUnits();
    }

    private static String price(OrderRules rules, long quantity) {
        double share = rules.prices().share(quantity);
        return share == rules.prices().share(1)
                ? ""
                : "; price tier of its size, %s of the unit cost".formatted(rounded(share));
    }

    private String capacity(PlannedItem item, int slot, long quantity) {
        OrderRules rules = item.rules(slot);
        if (quantity + rules.packUnits() > rules.maxUnits()) {
            return "; largest order %d binds".formatted(rules.maxUnits());
        }
        double capacity = problem.capacityPerDay(item, slot);
        if (Double.isInfinite(capacity)) {
            return "";
        }
        double used = ordered[rules.capacityPool()][item.day(slot)];
        return used + rules.packUnits() > capacity
                ? "; supplier capacity %s a day binds".formatted(rounded(capacity))
                        + worth(plan.capacityPrices()[rules.capacityPool()][item.day(slot)])
                : "";
    }

    private static String worth(double price) {
        return price > TOLERANCE ? ", a unit more is worth " + rounded(price) : "";
    }

    /** The days on which the place's volume has a price, from the order's arrival on. */
    private String volume(PlannedItem item, int slot) {
        double[] prices = plan.volumePrices()[item.place()];
        int arrival = item.arrival(slot);
        int days = 0;
        double sum = 0;
        for (int at = arrival; at < prices.length; at++) {
            days += prices[at] > TOLERANCE ? 1 : 0;
            sum += prices[at];
        }
        return days == 0 || item.unitVolume() == 0
                ? ""
                : "; volume of %s binds on %d days from arrival, a unit of it is worth %s over them"
                        .formatted(problem.place(item).name(), days, rounded(sum));
    }

    private String money(PlannedItem item, int slot) {
        StringBuilder text = new StringBuilder();
        for (int limit = 0; limit < problem.money().size(); limit++) {
            MoneyLimit money = problem.money().get(limit);
            double price = plan.moneyPrices()[limit];
            if (price > TOLERANCE && money.counts(item.item(), item.day(slot))) {
                text.append(
                        "; %s of %s binds, money 1 more is worth %s"
                                .formatted(money.rule(), money.key(), rounded(price)));
            }
        }
        return text.toString();
    }

    private String goesOn(int index) {
        return goesOn[index] == 0
                ? ""
                : "; %d units go on to other places".formatted(goesOn[index]);
    }

    /** What the item's plan would cost more, with the prices of what it shares. */
    private String aPackMoreOrLess(int index, PlannedItem item, int slot) {
        long[] orders = plan.plan().orders()[index].clone();
        long pack = item.rules(slot).packUnits();
        double cost = priced(item, orders, moved[index]);
        orders[slot] += pack;
        double more = priced(item, orders, moved[index]) - cost;
        orders[slot] -= 2 * pack;
        boolean canShrink = orders[slot] >= item.rules(slot).smallestOrder();
        orders[slot] = canShrink ? orders[slot] : 0;
        double less = priced(item, orders, moved[index]) - cost;
        String unit = pack == 1 ? "a unit" : "a pack";
        return "; %s more costs %s, %s %s"
                .formatted(
                        unit,
                        rounded(more),
                        canShrink ? unit + " less" : "without this order",
                        rounded(less));
    }

    private double priced(PlannedItem item, long[] orders, double[] movedUnits) {
        StockPath path = StockPath.of(item, orders, movedUnits);
        double cost = PlanCost.of(item, orders, path).total();
        for (int slot = 0; slot < orders.length; slot++) {
            int pool = item.rules(slot).capacityPool();
            cost += orders[slot] * plan.capacityPrices()[pool][item.day(slot)];
            double paid = orders[slot] == 0 ? 0 : orders[slot] * item.unitCost(slot, orders[slot]);
            for (int limit = 0; limit < problem.money().size(); limit++) {
                boolean counts = problem.money().get(limit).counts(item.item(), item.day(slot));
                cost += counts ? paid * plan.moneyPrices()[limit] : 0;
            }
        }
        for (int day = 0; day < path.stock().length; day++) {
            cost += path.stock()[day] * item.unitVolume() * plan.volumePrices()[item.place()][day];
        }
        return cost;
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
