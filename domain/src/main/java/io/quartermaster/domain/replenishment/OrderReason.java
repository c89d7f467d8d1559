package io.quartermaster.domain.replenishment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Says in words why a plan orders what it orders. */
public final class OrderReason {

    private static final double TOLERANCE = 1e-4;

    private final SupplierPlan plan;
    private final ReplenishmentProblem problem;

    public OrderReason(SupplierPlan plan) {
        this.plan = plan;
        this.problem = plan.plan().problem();
    }

    /** The reason for one order. */
    public String of(int index, int day) {
        PlannedItem item = problem.items().get(index);
        long quantity = plan.plan().orders()[index][day];
        StringBuilder reason = new StringBuilder();
        reason.append(demand(index, item, day));
        reason.append(safety(item));
        reason.append(repair(index, day, quantity, item.rules(day)));
        reason.append(price(item.rules(day), quantity));
        reason.append(capacity(item, day, quantity));
        return reason.append("; ").append(item.terms(day)).toString();
    }

    private String demand(int index, PlannedItem item, int day) {
        int arrival = day + item.rules(day).leadTimeDays();
        double expected = 0;
        for (int at = arrival; at < problem.horizonDays(); at++) {
            expected += item.demand()[at];
        }
        double before = arrival == 0 ? item.onHand() : plan.plan().path(index).stock()[arrival - 1];
        return "expected demand %s from arrival to the horizon's end against %s in stock, lead time %d days"
                .formatted(rounded(expected), rounded(before), item.rules(day).leadTimeDays());
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

    private String repair(int index, int day, long quantity, OrderRules rules) {
        if (plan.wanted().length == 0) {
            return "; ordered up to the level in packs of " + rules.packUnits();
        }
        double wanted = plan.wanted()[index][day];
        if (Math.abs(wanted - quantity) < TOLERANCE) {
            return "; as the linear programme has it";
        }
        String packs = " in packs of " + rules.packUnits();
        String smallest =
                quantity == rules.smallestOrder() && rules.minUnits() > rules.packUnits()
                        ? ", smallest order " + rules.minUnits()
                        : "";
        return "; the linear programme has %s, repaired to %d".formatted(rounded(wanted), quantity)
                + packs
                + smallest;
    }

    private static String price(OrderRules rules, long quantity) {
        double share = rules.prices().share(quantity);
        return share == rules.prices().share(1)
                ? ""
                : "; price tier of its size, %s of the unit cost".formatted(rounded(share));
    }

    private String capacity(PlannedItem item, int day, long quantity) {
        OrderRules rules = item.rules(day);
        if (quantity + rules.packUnits() > rules.maxUnits()) {
            return "; largest order %d binds".formatted(rules.maxUnits());
        }
        double capacity = problem.capacityPerDay(item, day);
        if (Double.isInfinite(capacity)) {
            return "";
        }
        double used = 0;
        for (int i = 0; i < problem.items().size(); i++) {
            boolean shares =
                    problem.items().get(i).rules(day).capacityPool() == rules.capacityPool();
            used += shares ? plan.plan().orders()[i][day] : 0;
        }
        return used + rules.packUnits() > capacity
                ? "; supplier capacity %s a day binds".formatted(rounded(capacity))
                : "";
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
