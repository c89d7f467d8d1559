package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;

/**
 * What it costs at given prices to have one unit more of an item on a day, order costs apart: the
 * cheapest order that arrives by then, and the holding since.
 */
final class UnitWorth {

    private final double[] worth;
    private final int[] step;
    private int first;

    UnitWorth(ItemProgramme item, Prices prices) {
        this.worth = new double[item.days()];
        this.step = new int[item.days()];
        double unit = Double.POSITIVE_INFINITY;
        int from = -1;
        for (int day = 0; day < worth.length; day++) {
            if (day > 0) {
                unit += item.item().costs().holdingPerDay() + prices.stock()[day - 1];
            }
            for (int at = item.firstStep(day); at < item.firstStep(day + 1); at++) {
                double ordered = prices.unit(at, item.steps()[at].lowestUnitCost());
                if (ordered < unit) {
                    unit = ordered;
                    from = at;
                }
            }
            worth[day] = unit;
            step[day] = from;
        }
        beforeTheFirst(item.item().costs().unit());
    }

    /** What can be had on no order is worth what the first one costs. */
    private void beforeTheFirst(double usual) {
        while (first < worth.length && step[first] < 0) {
            first++;
        }
        if (first > 0) {
            int with = first == worth.length ? -1 : step[first];
            Arrays.fill(worth, 0, first, first == worth.length ? usual : worth[first]);
            Arrays.fill(step, 0, first, with);
        }
    }

    /** Whether an order can have arrived by a day. */
    boolean isOrdered(int day) {
        return day >= first;
    }

    /** Money for a unit on a day. */
    double of(int day) {
        return worth[day];
    }

    /** The order that it would be of; negative for none. */
    int step(int day) {
        return step[day];
    }
}
