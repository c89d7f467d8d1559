package io.quartermaster.domain.replenishment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a problem would be under other circumstances, for a plan beside today's.
 *
 * @param demandFactor by which all demand, safety and end stock are multiplied, 0 or more
 * @param capacityFactor by which every supplier's capacity is multiplied, 0 or more
 * @param unitCostFactor by which every unit cost is multiplied, above 0
 * @param leadTimeDays days that every order takes longer, below 0 for shorter
 * @param without rules that do not hold
 */
public record PlanChange(
        double demandFactor,
        double capacityFactor,
        double unitCostFactor,
        int leadTimeDays,
        Set<PlanRule> without) {

    /** Nothing is other than today. */
    public static final PlanChange NONE = new PlanChange(1, 1, 1, 0, Set.of());

    public PlanChange {
        without = Set.copyOf(without);
        requireFactor("demand", demandFactor);
        requireFactor("capacity", capacityFactor);
        requireFactor("unit cost", unitCostFactor);
    }

    private static void requireFactor(String what, double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "The factor of %s (%s) must be 0 or more.\nMaybe 1.1 for a tenth more."
                            .formatted(what, factor));
        }
    }

    /** The problem after the change. */
    public ReplenishmentProblem of(ReplenishmentProblem problem) {
        List<CapacityPool> pools =
                problem.pools().stream()
                        .map(pool -> new CapacityPool(pool.name(), capacity(pool.unitsPerDay())))
                        .toList();
        return PlanRule.without(
                problem.withItems(problem.items().stream().map(this::of).toList()).withPools(pools),
                without);
    }

    /** What is not limited stays so. */
    private double capacity(double unitsPerDay) {
        return Double.isInfinite(unitsPerDay) ? unitsPerDay : unitsPerDay * capacityFactor;
    }

    private PlannedItem of(PlannedItem item) {
        SafetyStock safety = item.safetyStock();
        double[] demand = Arrays.stream(item.demand()).map(units -> units * demandFactor).toArray();
        return item.withDemand(demand)
                .with(item.costs().withUnit(item.costs().unit() * unitCostFactor))
                .with(
                        new SafetyStock(
                                safety.units() * demandFactor,
                                safety.riskDays(),
                                safety.serviceLevel()))
                .withEndStock(item.endStock() * demandFactor)
                .withRules(this::later);
    }

    private OrderRules later(OrderRules rules) {
        return new OrderRules(
                Math.max(0, rules.leadTimeDays() + leadTimeDays),
                rules.packUnits(),
                rules.minUnits(),
                rules.maxUnits(),
                rules.orderDays(),
                rules.capacityPool(),
                rules.prices());
    }
}
