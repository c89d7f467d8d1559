package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.OrderPlan;
import java.util.Arrays;

/**
 * Plans of all items that keep every shared rule. Starts without any order; an item at a time is
 * planned again, exactly, within what the others leave, at prices that hold it back from what
 * others need more. The prices fade from pass to pass, so that what is left at the end is used.
 */
final class PlanAssembly {

    private final SharedRules rules;
    private final ItemPlan[] plans;
    private final double[] used;
    private final ItemSolver solver = new ItemSolver();
    private double cost;

    PlanAssembly(SharedRules rules) {
        this.rules = rules;
        this.used = new double[rules.limits().length];
        ItemProgramme[] items = rules.items();
        this.plans = new ItemPlan[items.length];
        for (int i = 0; i < items.length; i++) {
            plans[i] = ItemPlan.nothing(items[i]);
            rules.use(items[i], plans[i], 1, used);
            cost += plans[i].cost();
        }
    }

    /** Sets every item's plan; together they keep every rule. */
    void set(ItemPlan[] all) {
        for (int i = 0; i < all.length; i++) {
            set(i, all[i]);
        }
    }

    /** Sets orders by item and slot that keep every rule. */
    void set(long[][] orders) {
        for (int i = 0; i < orders.length; i++) {
            ItemProgramme item = rules.items()[i];
            long[] units = new long[item.steps().length];
            for (int step = 0; step < units.length; step++) {
                units[step] = orders[i][item.steps()[step].slot()];
            }
            set(i, ItemPlan.of(item, units));
        }
    }

    /** Takes every order away. */
    void clear() {
        for (int i = 0; i < plans.length; i++) {
            set(i, ItemPlan.nothing(rules.items()[i]));
        }
    }

    /** The plans as they are now. */
    ItemPlan[] plans() {
        return plans.clone();
    }

    double cost() {
        return cost;
    }

    OrderPlan orderPlan() {
        long[][] orders = Arrays.stream(plans).map(ItemPlan::orders).toArray(long[][]::new);
        return new OrderPlan(rules.problem(), orders);
    }

    ItemPlan plan(int item) {
        return plans[item];
    }

    /** Plans an item again; what it had is free for it. */
    void plan(int item, double[] prices, double weight) {
        ItemProgramme of = rules.items()[item];
        rules.use(of, plans[item], -1, used);
        Prices priced = rules.prices(of, prices, weight);
        Room room = rules.room(of, used);
        ItemPlan first = ItemPlan.of(of, solver.solve(of, priced, room));
        ItemPlan made =
                rules.shared(of, first, used, room)
                        .map(less -> ItemPlan.of(of, solver.solve(of, priced, less)))
                        .orElse(first);
        if (made.priced(priced) < plans[item].priced(priced)) {
            cost += made.cost() - plans[item].cost();
            plans[item] = made;
        }
        rules.use(of, plans[item], 1, used);
    }

    /** Sets a plan that is known to fit. */
    void set(int item, ItemPlan plan) {
        rules.use(rules.items()[item], plans[item], -1, used);
        cost += plan.cost() - plans[item].cost();
        plans[item] = plan;
        rules.use(rules.items()[item], plan, 1, used);
    }
}
