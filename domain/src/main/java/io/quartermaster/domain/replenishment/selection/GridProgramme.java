package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlannedItem;
import java.util.Arrays;

/**
 * A relaxed programme of an item at one place that can take units from other places and give units
 * to them. Demand is rounded down to the grid as it adds up, stock and arrivals up, so that stock
 * is a whole number of grid units whatever was lost, and one row of states a day serves. Whatever
 * is done, stock on the grid is at most {@link #above} more than in truth and, rounded down, not
 * less, and no more is lost: so the optimum, with holding counted on what is certainly there, is
 * not above the true one. On a coarse grid orders, takings, givings and losses are rounded as they
 * add up too, givings down and the others up; then more may be lost than has to be.
 */
final class GridProgramme {

    /** Grid units above which the grid is made coarser. */
    private static final int MAX_LEVELS = 3_000;

    /** Below so many grid units halves, quarters or eighths of a unit are told apart. */
    private static final int FINE_LEVELS = 1_200;

    private static final double FINEST = 1.0 / 8;

    private final ItemProgramme programme;
    private final PlannedItem item;
    private final int days;
    private final double grid;
    private final long onHand;
    private final long[] demand;
    private final long[] arriving;
    private final double[] above;
    private final int[] most;
    private final int below;
    private final double[] elsewhere;

    /**
     * A programme.
     *
     * @param programme the item's own; on a coarse grid its steps count, not their sizes
     * @param elsewhere units that all other places can need at most from each day on
     */
    static GridProgramme fine(ItemProgramme programme, double[] elsewhere) {
        return new GridProgramme(programme, elsewhere, FINEST);
    }

    /** A programme in whole units, or more. */
    static GridProgramme whole(ItemProgramme programme, double[] elsewhere) {
        return new GridProgramme(programme, elsewhere, 1);
    }

    private GridProgramme(ItemProgramme programme, double[] elsewhere, double finest) {
        this.programme = programme;
        this.elsewhere = elsewhere;
        this.item = programme.item();
        this.days = programme.days();
        double all = item.onHand() + Arrays.stream(item.arriving()).sum() + need(-1);
        double units = all + elsewhere[0] + programme.roundUp();
        this.grid = grid(units, finest);
        this.onHand = (long) Math.ceil(item.onHand() / grid);
        this.demand = new long[days];
        this.arriving = new long[days];
        this.above = new double[days];
        double asked = 0;
        double came = 0;
        for (int day = 0; day < days; day++) {
            long askedBefore = (long) Math.floor(asked / grid);
            long cameBefore = (long) Math.ceil(came / grid);
            asked += item.demand()[day];
            came += item.arriving()[day];
            demand[day] = (long) Math.floor(asked / grid) - askedBefore;
            arriving[day] = (long) Math.ceil(came / grid) - cameBefore;
            above[day] =
                    asked
                            - grid * Math.floor(asked / grid)
                            + grid * Math.ceil(came / grid)
                            - came
                            + grid * onHand
                            - item.onHand()
                            + (isCoarse() ? 4.0 * grid : 0);
        }
        this.below = item.costs().backorders() ? (int) (asked / grid) + 1 : 0;
        this.most = new int[days];
        double there = item.onHand();
        for (int day = 0; day < days; day++) {
            there += item.arriving()[day];
            double useful = need(day - 1) + elsewhere[day] + programme.roundUp();
            most[day] = (int) Math.ceil(Math.max(there, useful) / grid) + 2;
        }
    }

    private static double grid(double units, double finest) {
        double grid = Math.ceil(Math.min(1e15, units) / MAX_LEVELS);
        while (grid / 2 >= finest && grid <= 1 && units / (grid / 2) <= FINE_LEVELS) {
            grid /= 2;
        }
        return grid;
    }

    /** What the days after one can need. */
    private double need(int after) {
        double sum = item.safetyStock().units() + item.endStock();
        for (int day = after + 1; day < days; day++) {
            sum += item.demand()[day];
        }
        return sum;
    }

    /** Whether orders and moves are rounded to the grid too. */
    boolean isCoarse() {
        return grid > 1;
    }

    ItemProgramme programme() {
        return programme;
    }

    /** Units by step of another programme of the same item. */
    long[] units(long[] byStep, ItemProgramme other) {
        if (other == programme) {
            return byStep;
        }
        long[] units = new long[other.steps().length];
        for (int step = 0; step < units.length; step++) {
            for (int own = 0; own < byStep.length; own++) {
                boolean same = programme.steps()[own].slot() == other.steps()[step].slot();
                units[step] += same ? byStep[own] : 0;
            }
        }
        return units;
    }

    PlannedItem item() {
        return item;
    }

    int days() {
        return days;
    }

    /** Units of a grid unit. */
    double grid() {
        return grid;
    }

    long onHand() {
        return onHand;
    }

    /** Grid units asked for on a day. */
    int demand(int day) {
        return (int) demand[day];
    }

    /** Grid units under way that arrive on a day. */
    int arriving(int day) {
        return (int) arriving[day];
    }

    /** Units that stock on the grid can be above the true one at a day's end. */
    double above(int day) {
        return above[day];
    }

    /** Grid units before a day's demand that can be worth having. */
    int most(int day) {
        return most[day];
    }

    /** Units that all other places can need at most from a day on. */
    double elsewhere(int day) {
        return elsewhere[day];
    }

    /** Grid units that can wait. */
    int below() {
        return below;
    }

    /** Levels of the grid. */
    int levels() {
        long arrive = Arrays.stream(arriving).sum();
        return below + Arrays.stream(most).max().orElse(0) + (int) arrive;
    }

    /** Grid units of a pack of a step. */
    int stride(OrderStep step) {
        return isCoarse() ? 1 : (int) (step.stride() * programme.lattice() / grid);
    }

    /** What rounding orders, moves and losses to a coarse grid costs at most. */
    double slack(Prices prices, Offers offers) {
        if (!isCoarse()) {
            return 0;
        }
        OrderStep[] steps = programme.steps();
        double[] units = new double[steps.length];
        for (int step = 0; step < steps.length; step++) {
            units[step] = prices.unit(step, steps[step].lowestUnitCost());
        }
        double lost = item.costs().backorders() ? 0 : item.costs().lostSale();
        return grid * (lost + variation(units) + variation(offers.in()) + variation(offers.out()));
    }

    /** How far a price goes up and down; days without one are none. */
    private static double variation(double[] prices) {
        double sum = 0;
        double last = 0;
        for (double price : prices) {
            if (Double.isFinite(price)) {
                sum += Math.abs(price - last);
                last = price;
            }
        }
        return sum + Math.abs(last);
    }
}
