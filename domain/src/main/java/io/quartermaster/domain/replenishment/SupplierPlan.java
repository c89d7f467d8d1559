package io.quartermaster.domain.replenishment;

import java.util.List;
import java.util.Optional;

/**
 * The plan of one supplier group and how it was made.
 *
 * @param plan the orders
 * @param relaxation the optimum of the linear programme, where it was solved
 * @param solver engine that made it
 * @param status how it was made
 * @param objective what the plan costs
 * @param bound lower bound of every plan's cost, 0 where nothing is proven
 * @param capacityPrices price of a unit of each pool's capacity on each day, at which the bound
 *     holds
 * @param volumePrices price of a unit of each place's volume on each day, at which the bound holds
 * @param moneyPrices price of a money unit of each limit of money, at which the bound holds
 * @param branches parts of all plans whose least bound is the bound, where that is above the one at
 *     the prices; else none
 * @param violations rules that the audit found broken
 * @param reason why the solver fell back, empty if it did not
 */
public record SupplierPlan(
        OrderPlan plan,
        Optional<Relaxation> relaxation,
        String solver,
        Status status,
        double objective,
        double bound,
        double[][] capacityPrices,
        double[][] volumePrices,
        double[] moneyPrices,
        List<PriceBranch> branches,
        List<PlanViolation> violations,
        String reason) {

    /** Part of the objective below which a gap is none. */
    private static final double EQUAL = 1e-9;

    public SupplierPlan {
        branches = List.copyOf(branches);
        violations = List.copyOf(violations);
    }

    /** How a plan was made. */
    public enum Status {
        /** It meets its bound: no plan costs less. */
        OPTIMAL("optimal"),
        /** It lies no further above its bound than was asked. */
        GAP_REACHED("gap_reached"),
        /** All the work that was allowed was done before it came so near to its bound. */
        WORK_LIMIT("work_limit"),
        /** The time limit tripped before it came so near to its bound. */
        TIME_LIMIT("time_limit"),
        /** The greedy plan serves. */
        FALLBACK("fallback"),
        /** No plan can keep every rule; this one shows what is left. */
        INFEASIBLE("infeasible");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The same plan, which leaves out what can never be kept. */
    SupplierPlan infeasible(String why) {
        return new SupplierPlan(
                plan,
                relaxation,
                solver,
                Status.INFEASIBLE,
                objective,
                bound,
                capacityPrices,
                volumePrices,
                moneyPrices,
                branches,
                violations,
                why);
    }

    /** The status of a plan by its gap. */
    static Status status(double gap, double gapAsked, boolean cutOff) {
        if (gap <= EQUAL) {
            return Status.OPTIMAL;
        }
        if (gap <= gapAsked) {
            return Status.GAP_REACHED;
        }
        return cutOff ? Status.TIME_LIMIT : Status.WORK_LIMIT;
    }

    /** What the objective lies above the bound, as a share of the objective. */
    public double gap() {
        return gap(objective, bound);
    }

    static double gap(double objective, double bound) {
        return objective <= 0 ? 0 : Math.max(0, (objective - bound) / objective);
    }
}
