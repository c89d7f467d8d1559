package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.OrderPlan;
import io.quartermaster.domain.replenishment.Transfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Plans of all items that keep every shared rule. Starts without any order; a group of items at a
 * time is planned again, exactly, within what the others leave, at prices that hold it back from
 * what others need more. The prices fade from pass to pass, so that what is left at the end is
 * used.
 */
final class PlanAssembly {

    private static final long SEED = 11;

    private final SharedRules rules;
    private final GroupPlan[] plans;
    private final double[] used;
    private final GroupPlanner planner;
    private double cost;

    PlanAssembly(SharedRules rules) {
        this.rules = rules;
        this.used = new double[rules.limits().length];
        this.planner = new GroupPlanner(rules, used, new SplittableRandom(SEED));
        this.plans = new GroupPlan[rules.groups().length];
        for (int group = 0; group < plans.length; group++) {
            plans[group] = nothing(group);
            use(group, 1);
            cost += plans[group].cost();
        }
    }

    private ItemProgramme item(int group, int member) {
        return rules.items()[rules.groups()[group].members()[member]];
    }

    private GroupPlan nothing(int group) {
        ItemPlan[] none = new ItemPlan[rules.groups()[group].members().length];
        for (int member = 0; member < none.length; member++) {
            none[member] = ItemPlan.nothing(item(group, member));
        }
        return new GroupPlan(none, List.of());
    }

    private void use(int group, double sign) {
        ItemPlan[] of = plans[group].plans();
        for (int member = 0; member < of.length; member++) {
            rules.use(item(group, member), of[member], sign, used);
        }
    }

    /** Sets every item's plan, without transfers; together they keep every rule. */
    void set(ItemPlan[] byItem) {
        for (int group = 0; group < plans.length; group++) {
            ItemPlan[] of =
                    Arrays.stream(rules.groups()[group].members())
                            .mapToObj(item -> byItem[item])
                            .toArray(ItemPlan[]::new);
            set(group, new GroupPlan(of, List.of()));
        }
    }

    /** Sets every group's plan; together they keep every rule. */
    void set(GroupPlan[] all) {
        for (int group = 0; group < all.length; group++) {
            set(group, all[group]);
        }
    }

    /** Sets orders by item and slot that keep every rule, without transfers. */
    void set(long[][] orders) {
        ItemPlan[] byItem = new ItemPlan[orders.length];
        for (int i = 0; i < orders.length; i++) {
            ItemProgramme item = rules.items()[i];
            long[] units = new long[item.steps().length];
            for (int step = 0; step < units.length; step++) {
                units[step] = orders[i][item.steps()[step].slot()];
            }
            byItem[i] = ItemPlan.of(item, units);
        }
        set(byItem);
    }

    /** Takes every order and transfer away. */
    void clear() {
        for (int group = 0; group < plans.length; group++) {
            clear(group);
        }
    }

    /** Takes a group's orders and transfers away. */
    void clear(int group) {
        set(group, nothing(group));
    }

    /** The plans as they are now, by group. */
    GroupPlan[] plans() {
        return plans.clone();
    }

    double cost() {
        return cost;
    }

    OrderPlan orderPlan() {
        long[][] orders = new long[rules.items().length][];
        List<Transfer> transfers = new ArrayList<>();
        for (int group = 0; group < plans.length; group++) {
            int[] members = rules.groups()[group].members();
            for (int member = 0; member < members.length; member++) {
                orders[members[member]] = plans[group].plans()[member].orders();
            }
            transfers.addAll(plans[group].transfers());
        }
        return new OrderPlan(rules.problem(), orders, transfers);
    }

    GroupPlan plan(int group) {
        return plans[group];
    }

    /**
     * Plans a group again; what it had is free for it.
     *
     * @param prices of shared rules, by row
     * @param weight of these prices
     * @param moves prices of what is moved
     */
    void plan(int group, double[] prices, double weight, Optional<MovePrices> moves) {
        ItemGroup of = rules.groups()[group];
        use(group, -1);
        Prices[] priced = new Prices[of.members().length];
        for (int member = 0; member < priced.length; member++) {
            priced[member] = rules.prices(item(group, member), prices, weight);
        }
        GroupPlan made = planner.plan(of, plans[group], priced, moves);
        cost += made.cost() - plans[group].cost();
        plans[group] = made;
        use(group, 1);
    }

    /** Sets a plan that is known to fit. */
    void set(int group, GroupPlan plan) {
        use(group, -1);
        cost += plan.cost() - plans[group].cost();
        plans[group] = plan;
        use(group, 1);
    }
}
