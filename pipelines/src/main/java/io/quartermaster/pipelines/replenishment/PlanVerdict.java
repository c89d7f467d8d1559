package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.SupplierPlan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a set of plans comes to: {@code infeasible} if one of them is; {@code fallback} if one is
 * greedy; {@code optimal} where they meet their bound; {@code gap_reached} where they lie no
 * further above it than asked; else {@code time_limit} or {@code work_limit}, by what ended the
 * search.
 *
 * @param status as above
 * @param objective what all plans cost
 * @param bound lower bound of it
 * @param gap (objective - bound) / objective
 * @param violations rules that the audit found broken
 * @param reason why it is not optimal, empty if it is
 */
public record PlanVerdict(
        String status, double objective, double bound, double gap, int violations, String reason) {

    private static final double EQUAL = 1e-9;

    /**
     * The verdict.
     *
     * @param gapAsked share of the objective that it may lie above the bound
     */
    public static PlanVerdict of(List<SupplierPlan> plans, double gapAsked) {
        double objective = plans.stream().mapToDouble(SupplierPlan::objective).sum();
        double bound = plans.stream().mapToDouble(SupplierPlan::bound).sum();
        double gap = objective <= 0 ? 0 : Math.max(0, (objective - bound) / objective);
        int violations = plans.stream().mapToInt(plan -> plan.violations().size()).sum();
        String reasons =
                plans.stream()
                        .map(SupplierPlan::reason)
                        .filter(reason -> !reason.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; "));
        return new PlanVerdict(
                status(plans, gap, gapAsked), objective, bound, gap, violations, reasons);
    }

    private static String status(List<SupplierPlan> plans, double gap, double gapAsked) {
        if (any(plans, SupplierPlan.Status.INFEASIBLE)) {
            return "infeasible";
        }
        if (any(plans, SupplierPlan.Status.FALLBACK)) {
            return "fallback";
        }
        if (gap <= EQUAL) {
            return "optimal";
        }
        if (gap <= gapAsked) {
            return "gap_reached";
        }
        return any(plans, SupplierPlan.Status.TIME_LIMIT) ? "time_limit" : "work_limit";
    }

    private static boolean any(List<SupplierPlan> plans, SupplierPlan.Status status) {
        return plans.stream().anyMatch(plan -> plan.status() == status);
    }
}
