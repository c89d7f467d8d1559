package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;

/**
 * Prices of units that a group's places give each other, by member and day. A unit given on a day
 * earns {@code give}; a unit taken costs the cheapest of what the giver earned and the way costs.
 * So everything given is paid for, and the sum of the members' programmes is a bound. Prices at
 * which a member would earn by taking units and giving them on at once or a day later, or by
 * ordering them to give, are lowered: they make the bound no larger.
 */
final class MovePrices {

    private static final int NO_ARC = -1;
    private static final int SAME_DAY_PASSES = 3;

    private final ItemGroup group;
    private final double[][] give;
    private final double[][] out;
    private final double[][] in;
    private final int[][] arc;

    /**
     * Prices.
     *
     * @param wanted money per unit given, by member and day
     * @param ceiling what it can be at most, by member and day
     * @param holding money per unit kept from a day to the next, by member and day
     */
    MovePrices(ItemGroup group, double[][] wanted, double[][] ceiling, double[][] holding) {
        this.group = group;
        int members = wanted.length;
        int days = wanted[0].length;
        this.give = new double[members][days];
        this.out = new double[members][days];
        this.in = new double[members][days];
        this.arc = new int[members][days];
        for (int member = 0; member < members; member++) {
            Arrays.fill(out[member], Double.NEGATIVE_INFINITY);
        }
        for (int day = 0; day < days; day++) {
            for (int member = 0; member < members; member++) {
                double most = Math.min(wanted[member][day], ceiling[member][day]);
                if (day > 0) {
                    most = Math.min(most, in[member][day - 1] + holding[member][day - 1]);
                }
                give[member][day] = Math.max(0, most);
            }
            for (int pass = 0; pass < SAME_DAY_PASSES; pass++) {
                take(day);
                for (int member = 0; member < members; member++) {
                    give[member][day] = Math.min(give[member][day], in[member][day]);
                }
            }
            take(day);
        }
        for (ItemGroup.Arc of : group.arcs()) {
            for (int ship = 0; ship + of.route().days() < days; ship++) {
                out[of.from()][ship] = give[of.from()][ship];
            }
        }
    }

    private void take(int day) {
        for (int member = 0; member < give.length; member++) {
            in[member][day] = Double.POSITIVE_INFINITY;
            arc[member][day] = NO_ARC;
        }
        for (int index = 0; index < group.arcs().size(); index++) {
            ItemGroup.Arc of = group.arcs().get(index);
            int ship = day - of.route().days();
            if (ship >= 0) {
                double price = give[of.from()][ship] + of.route().unitCost();
                if (price < in[of.to()][day]) {
                    in[of.to()][day] = price;
                    arc[of.to()][day] = index;
                }
            }
        }
    }

    double[][] give() {
        return give;
    }

    double[] in(int member) {
        return in[member];
    }

    double[] out(int member) {
        return out[member];
    }

    /** The way by which a unit taken on a day comes. */
    ItemGroup.Arc arc(int member, int day) {
        return group.arcs().get(arc[member][day]);
    }
}
