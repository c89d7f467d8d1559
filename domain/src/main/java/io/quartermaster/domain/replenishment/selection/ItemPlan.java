package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlanCost;
import io.quartermaster.domain.replenishment.StockPath;

/**
 * Orders of one item at one place and what they lead to.
 *
 * @param units ordered, by step
 * @param orders ordered, by slot
 * @param spent money for the units ordered, by step
 * @param stock at each day's end
 * @param cost what the plan costs, without prices of shared rules
 */
record ItemPlan(long[] units, long[] orders, double[] spent, double[] stock, double cost) {

    static final double[] NOT_MOVED = {};

    static ItemPlan of(ItemProgramme programme, long[] units) {
        return of(programme, units, NOT_MOVED);
    }

    /**
     * A plan.
     *
     * @param moved units that come from other places less those that go, by day; empty for none
     */
    static ItemPlan of(ItemProgramme programme, long[] units, double[] moved) {
        long[] orders = new long[programme.item().slots()];
        double[] spent = new double[units.length];
        for (int step = 0; step < units.length; step++) {
            int slot = programme.steps()[step].slot();
            orders[slot] = units[step];
            spent[step] =
                    units[step] == 0
                            ? 0
                            : units[step] * programme.item().unitCost(slot, units[step]);
        }
        StockPath path = StockPath.of(programme.item(), orders, moved);
        double cost = PlanCost.of(programme.item(), orders, path).total();
        return new ItemPlan(units, orders, spent, path.stock(), cost);
    }

    static ItemPlan nothing(ItemProgramme programme) {
        return of(programme, new long[programme.steps().length]);
    }

    /** What it costs with the prices of what it uses. */
    double priced(Prices prices) {
        double sum = cost;
        for (int step = 0; step < units.length; step++) {
            sum += units[step] * prices.units()[step] + spent[step] * prices.money()[step];
        }
        for (int day = 0; day < stock.length; day++) {
            sum += stock[day] * prices.stock()[day];
        }
        return sum;
    }
}
