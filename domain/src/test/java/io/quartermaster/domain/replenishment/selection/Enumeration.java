package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.OrderRules;
import java.util.ArrayList;
import java.util.List;

/** Every possible set of orders of a small item, by trying all; shares no code with the solver. */
final class Enumeration {

    private static final int MOST_UNITS = 24;

    private final ItemProgramme item;
    private final Room room;
    private final List<ItemPlan> plans = new ArrayList<>();

    private Enumeration(ItemProgramme item, Room room) {
        this.item = item;
        this.room = room;
    }

    static List<ItemPlan> plans(ItemProgramme item, Room room) {
        Enumeration all = new Enumeration(item, room);
        all.from(new long[item.steps().length], 0);
        return all.plans;
    }

    private void from(long[] units, int step) {
        if (step == units.length) {
            ItemPlan plan = ItemPlan.of(item, units.clone());
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
            if (plan.stock()[day] > Math.max(limit, item.stockWithoutOrders(day)) + 1e-7) {
                return false;
            }
        }
        return true;
    }
}
