package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlanCost;
import io.quartermaster.domain.replenishment.StockPath;

/**
 * Orders of one item and what they lead to.
 *
 * @param units ordered, by step
 * @param orders ordered, by slot
 * @param spent money for the units ordered, by step
 * @param stock at each day's end
 * @param cost what the plan costs, without prices of shared rules
 */
record ItemPlan(long[] units, long[] orders, double[] spent, double[] stock, double cost) {

    static ItemPlan of(ItemProgramme programme, long[] units) {
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
        StockPath path = StockPath.of(programme.item(), orders);
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
