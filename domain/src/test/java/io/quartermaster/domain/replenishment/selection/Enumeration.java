package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.OrderRules;
import java.util.ArrayList;
import java.util.List;

/** Every possible set of orders of a small item, by trying all; shares no code with the solver. */
final class Enumeration {

    private static final int MOST_UNITS = 24;

    private final ItemProgramme item;
    private final Room room;
    private final double[] moved;
    private final List<ItemPlan> plans = new ArrayList<>();

    private Enumeration(ItemProgramme item, Room room, double[] moved) {
        this.item = item;
        this.room = room;
        this.moved = moved;
    }

    static List<ItemPlan> plans(ItemProgramme item, Room room) {
        return plans(item, room, ItemPlan.NOT_MOVED);
    }

    /** Those under which what is moved away is there before the day's demand. */
    static List<ItemPlan> plans(ItemProgramme item, Room room, double[] moved) {
        Enumeration all = new Enumeration(item, room, moved);
        all.from(new long[item.steps().length], 0);
        return all.plans;
    }

    private void from(long[] units, int step) {
        if (step == units.length) {
            ItemPlan plan = ItemPlan.of(item, units.clone(), moved);
            if (fits(plan)) {
                plans.add(plan);
            }
            return;
        }
        OrderRules rules = item.item().rules(item.steps()[step].slot());
        for (long order = 0; order <= MOST_UNITS; order += rules.packUnits()) {
            boolean allowed =
                    order == 0
                            || (order >= rules.minUnits()
                                    && order <= rules.maxUnits()
                                    && order <= room.units()[step]);
            if (allowed) {
                units[step] = order;
                from(units, step + 1);
            }
        }
        units[step] = 0;
    }

    private boolean fits(ItemPlan plan) {
        for (int day = 0; day < item.days(); day++) {
            double limit = Math.min(item.item().stockLimit(day), room.stock()[day]);
            double without = item.stockWithoutOrders(day);
            double allowed =
                    room.isStrict()
                            ? Math.min(
                                    room.stock()[day],
                                    Math.max(item.item().stockLimit(day), without))
                            : Math.max(limit, without);
            if (plan.stock()[day] > allowed + 1e-7) {
                return false;
            }
        }
        return isThere(plan);
    }

    private boolean isThere(ItemPlan plan) {
        double stock = item.item().onHand();
        for (int day = 0; day < moved.length; day++) {
            stock += item.item().arriving()[day] + moved[day];
            for (int step = 0; step < plan.units().length; step++) {
                stock += item.steps()[step].arrivalDay() == day ? plan.units()[step] : 0;
            }
            if (moved[day] < 0 && stock < -1e-7) {
                return false;
            }
            stock -= item.item().demand()[day];
            stock = item.item().costs().backorders() ? stock : Math.max(0, stock);
        }
        return true;
    }
}
