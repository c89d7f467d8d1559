package io.quartermaster.domain.risk;

import io.quartermaster.domain.replenishment.OrderPlan;
import io.quartermaster.domain.replenishment.PlanCost;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.SupplierPlan;
import java.util.List;
import java.util.Set;

/**
 * What plans come to: cost by part and service by group of items.
 *
 * @param cost of all plans
 * @param bound lower bound of it
 * @param orderedUnits units ordered
 * @param ofItems service of the items asked for
 * @param ofOthers service of all others
 */
public record PlanOutcome(
        PlanCost cost, double bound, long orderedUnits, Service ofItems, Service ofOthers) {

    /**
     * How much of demand is met.
     *
     * @param demand units expected
     * @param lost units of it not met
     */
    public record Service(double demand, double lost) {

        /** Share of demand that is met at once; 1 where none is expected. */
        public double fillRate() {
            return demand == 0 ? 1 : 1 - lost / demand;
        }

        /** Both together. */
        public Service plus(Service other) {
            return new Service(demand + other.demand, lost + other.lost);
        }
    }

    /** The outcome of plans, with the service of some items apart. */
    public static PlanOutcome of(List<SupplierPlan> plans, Set<String> items) {
        PlanCost cost = PlanCost.ZERO;
        double bound = 0;
        long units = 0;
        Service ofItems = new Service(0, 0);
        Service ofOthers = new Service(0, 0);
        for (SupplierPlan plan : plans) {
            cost = cost.plus(plan.plan().cost());
            bound += plan.bound();
            units += plan.plan().units();
            for (int i = 0; i < plan.plan().orders().length; i++) {
                PlannedItem item = plan.plan().problem().items().get(i);
                if (items.contains(item.item())) {
                    ofItems = ofItems.plus(service(plan.plan(), i));
                } else {
                    ofOthers = ofOthers.plus(service(plan.plan(), i));
                }
            }
        }
        return new PlanOutcome(cost, bound, units, ofItems, ofOthers);
    }

    private static Service service(OrderPlan plan, int item) {
        return new Service(
                sum(plan.problem().items().get(item).demand()), sum(plan.path(item).lost()));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
