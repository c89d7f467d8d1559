package io.quartermaster.domain.replenishment;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks every rule of a plan again, by its own arithmetic: order days, arrival within the horizon,
 * whole packs, smallest and largest order, the supplier's capacity, the largest stock, the place's
 * volume. It shares no code with the planners.
 */
public final class PlanAudit {

    private static final double TOLERANCE = 1e-5;

    private final ReplenishmentProblem problem;
    private final long[][] orders;
    private final List<PlanViolation> violations = new ArrayList<>();

    private PlanAudit(OrderPlan plan) {
        this.problem = plan.problem();
        this.orders = plan.orders();
    }

    /** The rules broken, none for a sound plan. */
    public static List<PlanViolation> violations(OrderPlan plan) {
        PlanAudit audit = new PlanAudit(plan);
        audit.checkOrders();
        audit.checkCapacity();
        audit.checkStock();
        return List.copyOf(audit.violations);
    }

    private void checkOrders() {
        for (int i = 0; i < orders.length; i++) {
            for (int day = 0; day < orders[i].length; day++) {
                if (orders[i][day] != 0) {
                    checkOrder(problem.items().get(i), day, orders[i][day]);
                }
            }
        }
    }

    private void checkOrder(PlannedItem item, int day, long quantity) {
        OrderRules rules = item.rules(day);
        require(quantity > 0, "positive_quantity", item, day, quantity, 0);
        require(rules.orderDays()[day], "order_day", item, day, quantity, 0);
        require(
                day + rules.leadTimeDays() < problem.horizonDays(),
                "arrival_within_horizon",
                item,
                day,
                day + rules.leadTimeDays(),
                problem.horizonDays() - 1);
        require(
                Math.floorMod(quantity, rules.packUnits()) == 0,
                "whole_packs",
                item,
                day,
                quantity,
                rules.packUnits());
        require(
                quantity >= rules.minUnits(),
                "smallest_order",
                item,
                day,
                quantity,
                rules.minUnits());
        require(
                quantity <= rules.maxUnits(),
                "largest_order",
                item,
                day,
                quantity,
                rules.maxUnits());
    }

    private void checkCapacity() {
        double[][] used = new double[problem.pools().size()][problem.horizonDays()];
        for (int i = 0; i < orders.length; i++) {
            for (int day = 0; day < orders[i].length; day++) {
                int pool = problem.items().get(i).rules(day).capacityPool();
                used[pool][day] += orders[i][day];
            }
        }
        for (int pool = 0; pool < used.length; pool++) {
            CapacityPool of = problem.pools().get(pool);
            for (int day = 0; day < problem.horizonDays(); day++) {
                if (used[pool][day] > of.unitsPerDay() + TOLERANCE) {
                    add("supplier_capacity", of.name(), day, used[pool][day], of.unitsPerDay());
                }
            }
        }
    }

    private void checkStock() {
        double[][] volume = new double[problem.places().size()][problem.horizonDays()];
        for (int i = 0; i < orders.length; i++) {
            PlannedItem item = problem.items().get(i);
            double stock = item.onHand();
            for (int day = 0; day < problem.horizonDays(); day++) {
                stock += item.arriving()[day];
                for (int placed = 0; placed <= day; placed++) {
                    boolean arrives = placed + item.rules(placed).leadTimeDays() == day;
                    stock += arrives ? orders[i][placed] : 0;
                }
                stock -= Math.min(stock, item.demand()[day]);
                require(
                        stock <= item.maxStock() + TOLERANCE,
                        "largest_stock",
                        item,
                        day,
                        stock,
                        item.maxStock());
                volume[item.place()][day] += stock * item.unitVolume();
            }
        }
        for (int place = 0; place < volume.length; place++) {
            StoragePlace of = problem.places().get(place);
            for (int day = 0; day < problem.horizonDays(); day++) {
                if (volume[place][day] > of.volumeCapacity() + TOLERANCE) {
                    add("volume_capacity", of.name(), day, volume[place][day], of.volumeCapacity());
                }
            }
        }
    }

    private void require(
            boolean holds, String rule, PlannedItem item, int day, Number found, Number limit) {
        if (!holds) {
            add(rule, item.item() + " at " + problem.place(item).name(), day, found, limit);
        }
    }

    private void add(String rule, String where, int day, Number found, Number limit) {
        violations.add(
                new PlanViolation(
                        rule, "%s, day %d: %s against %s".formatted(where, day, found, limit)));
    }
}
