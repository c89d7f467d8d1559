package io.quartermaster.domain.replenishment;

import java.util.List;

/**
 * What serves where a plan could not be solved: the last plan of the supplier, moved on by the days
 * that have passed, repaired to the rules of today. It was solved once and differs from what is
 * ordered already by little, which the greedy plan does not. Where it breaks a rule, or there was
 * none, the greedy plan serves. Where time cut a search off, what it had found serves, unless the
 * last plan costs less.
 */
public final class ShiftedPlan {

    /** Name of the planner. */
    public static final String NAME = "last-plan";

    private ShiftedPlan() {}

    /**
     * The plan that serves.
     *
     * @param plan as the planner made it
     * @param last units that the last plan orders by item and day of this one; empty for no last
     *     plan
     */
    public static SupplierPlan orElse(SupplierPlan plan, double[][] last) {
        boolean late =
                plan.status() == SupplierPlan.Status.TIME_LIMIT
                        || plan.status() == SupplierPlan.Status.FALLBACK;
        if (!late || last.length == 0) {
            return plan;
        }
        boolean greedy = plan.solver().equals(ReplenishmentPlanner.GREEDY);
        OrderPlan shifted = PackRepair.repair(plan.plan().problem(), last);
        boolean serves = greedy || shifted.cost().total() < plan.objective();
        return serves && PlanAudit.violations(shifted).isEmpty() ? served(plan, shifted) : plan;
    }

    private static SupplierPlan served(SupplierPlan plan, OrderPlan shifted) {
        return new SupplierPlan(
                shifted,
                plan.relaxation(),
                NAME,
                plan.status(),
                shifted.cost().total(),
                plan.bound(),
                plan.capacityPrices(),
                plan.volumePrices(),
                plan.moneyPrices(),
                plan.branches(),
                List.of(),
                plan.reason() + "; the last plan serves");
    }
}
