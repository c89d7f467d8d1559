package io.quartermaster.domain.replenishment;

import java.util.List;

/**
 * The plan of one supplier group and how it was made.
 *
 * @param plan the orders
 * @param wanted units that the linear programme orders, by item and order day; empty where it gave
 *     no solution
 * @param solver engine that made it
 * @param status how it was made
 * @param objective what the plan costs
 * @param bound lower bound of every plan's cost: the linear programme's optimum, or 0 without one
 * @param capacityPrices price of a unit of each pool's capacity on each day
 * @param volumePrices price of a unit of each place's volume on each day
 * @param violations rules that the audit found broken
 * @param reason why the solver fell back, empty if it did not
 */
public record SupplierPlan(
        OrderPlan plan,
        double[][] wanted,
        String solver,
        Status status,
        double objective,
        double bound,
        double[][] capacityPrices,
        double[][] volumePrices,
        List<PlanViolation> violations,
        String reason) {

    public SupplierPlan {
        violations = List.copyOf(violations);
    }

    /** How a plan was made. */
    public enum Status {
        /** The linear programme was solved to its optimum and its orders were repaired. */
        OPTIMAL("optimal"),
        /** No plan can keep every rule. */
        INFEASIBLE("infeasible"),
        /**
         * The time limit tripped before the linear programme was solved; the greedy plan serves.
         */
        TIME_LIMIT("time_limit"),
        /** The linear programme was not solved; the greedy plan serves. */
        FALLBACK("fallback");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What the objective lies above the bound, as a share of the objective. */
    public double gap() {
        return objective <= 0 ? 0 : Math.max(0, (objective - bound) / objective);
    }
}
