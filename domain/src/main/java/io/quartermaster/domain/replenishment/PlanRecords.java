package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.PurchaseState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A supplier's plan as rows: every order as a line, those before the next plan day as purchase
 * orders, and one summary. Rows are a function of the plan alone, so that a plan made twice gives
 * the same numbers.
 *
 * @param summary how the plan was made
 * @param lines every order, by item, place and order day
 * @param purchaseOrders the orders to place before the next plan
 */
public record PlanRecords(
        PlanSummary summary, List<PlanLine> lines, List<PurchaseOrder> purchaseOrders) {

    /** Orders are rounded to this part of a currency unit in the summary. */
    private static final double COST_UNIT = 1e6;

    public PlanRecords {
        lines = List.copyOf(lines);
        purchaseOrders = List.copyOf(purchaseOrders);
    }

    /**
     * The rows of a plan.
     *
     * @param version which version of the plan it is
     * @param changes against the last version
     * @param daysToNextPlan orders of later days are planned again before they are placed
     */
    public static PlanRecords of(
            SupplierGroup group,
            SupplierPlan plan,
            PlanVersion version,
            PlanChanges changes,
            int daysToNextPlan) {
        List<PlanLine> lines = new ArrayList<>();
        List<PurchaseOrder> purchaseOrders = new ArrayList<>();
        OrderReason reasons = new OrderReason(plan);
        long[][] orders = plan.plan().orders();
        for (int i = 0; i < orders.length; i++) {
            for (int day = 0; day < orders[i].length; day++) {
                if (orders[i][day] > 0) {
                    boolean binding = group.problem().items().get(i).day(day) < daysToNextPlan;
                    String reason = reasons.of(i, day) + (binding ? "" : "; planned again before");
                    lines.add(line(group, plan, version, i, day, reason));
                    if (binding) {
                        purchaseOrders.add(purchaseOrder(group, plan, version, i, day));
                    }
                }
            }
        }
        return new PlanRecords(summary(group, plan, version, changes), lines, purchaseOrders);
    }

    private static PlanLine line(
            SupplierGroup group,
            SupplierPlan plan,
            PlanVersion version,
            int index,
            int day,
            String reason) {
        PlannedItem item = group.problem().items().get(index);
        SupplierGroup.Member member = group.members().get(index);
        long quantity = plan.plan().orders()[index][day];
        return new PlanLine(
                group.planDay(),
                item.item(),
                member.place(),
                group.supplier(),
                group.planDay().plusDays(day),
                arrival(group, item, day),
                quantity,
                quantity / item.rules(day).packUnits(),
                reason,
                version.name(),
                plan.status().label(),
                member.assumed());
    }

    private static PurchaseOrder purchaseOrder(
            SupplierGroup group, SupplierPlan plan, PlanVersion version, int index, int day) {
        PlannedItem item = group.problem().items().get(index);
        SupplierGroup.Member member = group.members().get(index);
        LocalDate orderDay = group.planDay().plusDays(day);
        long quantity = plan.plan().orders()[index][day];
        return new PurchaseOrder(
                "PO-%s-%s-%s-d%d".formatted(version.name(), item.item(), member.place(), day),
                item.item(),
                member.place(),
                group.supplier(),
                member.item().brand(),
                orderDay,
                arrival(group, item, day),
                quantity,
                group.unitCost(index, orderDay, quantity),
                PurchaseState.PROPOSED,
                version.name(),
                member.assumed(),
                1,
                version.madeAt(),
                "");
    }

    private static LocalDate arrival(SupplierGroup group, PlannedItem item, int day) {
        return group.planDay().plusDays(day + (long) item.rules(day).leadTimeDays());
    }

    private static PlanSummary summary(
            SupplierGroup group, SupplierPlan plan, PlanVersion version, PlanChanges changes) {
        String broken =
                plan.violations().isEmpty()
                        ? ""
                        : "%s: %s"
                                .formatted(
                                        plan.violations().get(0).rule(),
                                        plan.violations().get(0).detail());
        String reason =
                plan.reason().isEmpty() || broken.isEmpty()
                        ? plan.reason() + broken
                        : plan.reason() + "; " + broken;
        return new PlanSummary(
                group.planDay(),
                group.supplier(),
                version.name(),
                plan.solver(),
                plan.status().label(),
                rounded(plan.objective()),
                rounded(plan.bound()),
                plan.plan().lines(),
                plan.plan().units(),
                plan.violations().size(),
                reason,
                group.members().stream().mapToLong(SupplierGroup.Member::onHand).sum(),
                group.members().stream()
                        .map(SupplierGroup.Member::stockValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                version.cause(),
                group.members().size(),
                changes.orders(),
                changes.units());
    }

    private static double rounded(double cost) {
        return Math.round(cost * COST_UNIT) / COST_UNIT;
    }
}
