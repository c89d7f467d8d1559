package io.quartermaster.domain.replenishment;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks every rule of a plan again, by its own arithmetic: order days, arrival within the horizon,
 * whole packs, smallest and largest order, the supplier's capacity, the largest stock, shelf life,
 * the place's volume, budgets, transfers on given ways from stock that is there. It shares no code
 * with the planners.
 */
public final class PlanAudit {

    private static final double TOLERANCE = 1e-5;

    private final ReplenishmentProblem problem;
    private final long[][] orders;
    private final List<Transfer> transfers;
    private final double[][] brought;
    private final double[][] taken;
    private final List<PlanViolation> violations = new ArrayList<>();

    private PlanAudit(OrderPlan plan) {
        this.problem = plan.problem();
        this.orders = plan.orders();
        this.transfers = plan.transfers();
        this.brought = new double[orders.length][problem.horizonDays()];
        this.taken = new double[orders.length][problem.horizonDays()];
        for (Transfer transfer : transfers) {
            taken[transfer.from()][transfer.shipDay()] += transfer.units();
            if (transfer.arrivalDay() < problem.horizonDays()) {
                brought[transfer.to()][transfer.arrivalDay()] += transfer.units();
            }
        }
    }

    /** The rules broken, none for a sound plan. */
    public static List<PlanViolation> violations(OrderPlan plan) {
        PlanAudit audit = new PlanAudit(plan);
        audit.checkOrders();
        audit.checkCapacity();
        audit.checkStock();
        audit.checkMoney();
        audit.checkTransfers();
        return List.copyOf(audit.violations);
    }

    private void checkOrders() {
        for (int i = 0; i < orders.length; i++) {
            for (int slot = 0; slot < orders[i].length; slot++) {
                if (orders[i][slot] != 0) {
                    checkOrder(problem.items().get(i), slot, orders[i][slot]);
                }
            }
        }
    }

    private void checkOrder(PlannedItem item, int slot, long quantity) {
        OrderRules rules = item.rules(slot);
        require(quantity > 0, "positive_quantity", item, slot, quantity, 0);
        require(rules.orderDays()[item.day(slot)], "order_day", item, slot, quantity, 0);
        require(
                item.arrival(slot) < problem.horizonDays(),
                "arrival_within_horizon",
                item,
                slot,
                item.arrival(slot),
                problem.horizonDays() - 1);
        require(
                Math.floorMod(quantity, rules.packUnits()) == 0,
                "whole_packs",
                item,
                slot,
                quantity,
                rules.packUnits());
        require(
                quantity >= rules.minUnits(),
                "smallest_order",
                item,
                slot,
                quantity,
                rules.minUnits());
        require(
                quantity <= rules.maxUnits(),
                "largest_order",
                item,
                slot,
                quantity,
                rules.maxUnits());
    }

    private void checkCapacity() {
        double[][] used = new double[problem.pools().size()][problem.horizonDays()];
        for (int i = 0; i < orders.length; i++) {
            for (int slot = 0; slot < orders[i].length; slot++) {
                int pool = problem.items().get(i).rules(slot).capacityPool();
                used[pool][problem.items().get(i).day(slot)] += orders[i][slot];
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
            double withoutOrders = item.onHand();
            for (int day = 0; day < problem.horizonDays(); day++) {
                withoutOrders += item.arriving()[day];
                withoutOrders -= sold(item, withoutOrders, day);
                stock += item.arriving()[day];
                for (int slot = 0; slot < orders[i].length; slot++) {
                    stock += item.arrival(slot) == day ? orders[i][slot] : 0;
                }
                stock = afterTransfers(i, day, stock);
                stock -= item.costs().backorders() ? item.demand()[day] : sold(item, stock, day);
                double held = Math.max(0, stock);
                require(
                        held <= item.maxStock() + TOLERANCE,
                        "largest_stock",
                        item,
                        day,
                        held,
                        item.maxStock());
                requireFresh(item, day, held, withoutOrders);
                volume[item.place()][day] += held * item.unitVolume();
            }
        }
        checkVolume(volume);
    }

    /** What is moved is taken from what is there before the day's demand. */
    private double afterTransfers(int item, int day, double stock) {
        double left = stock + brought[item][day] - taken[item][day];
        require(
                taken[item][day] == 0 || left >= -TOLERANCE,
                "transfer_from_stock",
                problem.items().get(item),
                day,
                taken[item][day],
                stock);
        return left;
    }

    private void checkTransfers() {
        for (Transfer transfer : transfers) {
            PlannedItem from = problem.items().get(transfer.from());
            PlannedItem to = problem.items().get(transfer.to());
            TransferRoute route = transfer.route();
            require(
                    problem.routes().contains(route)
                            && from.item().equals(to.item())
                            && from.place() == route.from()
                            && to.place() == route.to(),
                    "transfer_route",
                    from,
                    transfer.shipDay(),
                    to.place(),
                    route.to());
            require(
                    transfer.units() > 0,
                    "positive_transfer",
                    from,
                    transfer.shipDay(),
                    transfer.units(),
                    1);
            require(
                    transfer.arrivalDay() < problem.horizonDays(),
                    "transfer_within_horizon",
                    from,
                    transfer.shipDay(),
                    transfer.arrivalDay(),
                    problem.horizonDays() - 1);
        }
    }

    private static double sold(PlannedItem item, double stock, int day) {
        return Math.min(stock, item.demand()[day]);
    }

    /**
     * The newest unit is sold last: all that is held must be asked for before its last day ends,
     * but for what would be there without any order.
     */
    private void requireFresh(PlannedItem item, int day, double held, double withoutOrders) {
        int last = day + item.shelfLifeDays() - 1;
        if (item.shelfLifeDays() == 0 || last >= problem.horizonDays()) {
            return;
        }
        double sellable = 0;
        for (int at = day + 1; at <= last; at++) {
            sellable += item.demand()[at];
        }
        double limit = Math.max(sellable, withoutOrders);
        require(held <= limit + TOLERANCE, "shelf_life", item, day, held, limit);
    }

    private void checkVolume(double[][] volume) {
        for (int place = 0; place < volume.length; place++) {
            StoragePlace of = problem.places().get(place);
            for (int day = 0; day < problem.horizonDays(); day++) {
                if (volume[place][day] > of.volumeCapacity() + TOLERANCE) {
                    add("volume_capacity", of.name(), day, volume[place][day], of.volumeCapacity());
                }
            }
        }
    }

    private void checkMoney() {
        for (MoneyLimit money : problem.money()) {
            double spent = 0;
            for (int i = 0; i < orders.length; i++) {
                PlannedItem item = problem.items().get(i);
                for (int slot = 0; slot < orders[i].length; slot++) {
                    long units = orders[i][slot];
                    boolean counts = units > 0 && money.counts(item.item(), item.day(slot));
                    spent += counts ? units * item.unitCost(slot, units) : 0;
                }
            }
            if (spent > money.limit() + TOLERANCE * Math.max(1, money.limit())) {
                add(money.rule(), money.key(), money.fromDay(), spent, money.limit());
            }
        }
    }

    private void require(
            boolean holds, String rule, PlannedItem item, int slot, Number found, Number limit) {
        if (!holds) {
            add(
                    rule,
                    item.item() + " at " + problem.place(item).name(),
                    item.day(slot),
                    found,
                    limit);
        }
    }

    private void add(String rule, String where, int day, Number found, Number limit) {
        violations.add(
                new PlanViolation(
                        rule, "%s, day %d: %s against %s".formatted(where, day, found, limit)));
    }
}
