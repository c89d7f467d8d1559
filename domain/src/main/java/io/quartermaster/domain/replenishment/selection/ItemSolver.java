package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlannedItem;
import java.util.Arrays;

/**
 * The dynamic programme over one item's stock: the cheapest orders at given prices, exactly. Days
 * go forward; the states of a day are the levels of each base (see {@link ItemProgramme}). Bases
 * that cannot lead to the best plan any more are left out by a bound.
 *
 * <p>Keeps its working memory: one solver per thread.
 */
final class ItemSolver {

    private static final double NEVER = Levels.NEVER;
    private static final double EQUAL = 1e-9;
    private static final int NO_BASE = -2;

    private ItemProgramme programme;
    private PlannedItem item;
    private Prices prices;
    private Room room;
    private double[] moved;
    private double[] movedSince = {0};
    private double lowestUnitCost;

    private final Levels levels = new Levels();
    private int[][] parents = new int[0][];

    private final double[] atBase = new double[512];
    private final int[] baseBefore = new int[512];
    private final int[] levelBefore = new int[512];
    private double best;
    private int lastBase;
    private int lastLevel;

    /** The cheapest orders where nothing is moved between places for certain. */
    ItemPlan solve(ItemProgramme ofItem, Prices atPrices, Room within) {
        return solve(ofItem, atPrices, within, ItemPlan.NOT_MOVED);
    }

    /**
     * The cheapest orders.
     *
     * @param certain units that come from other places less those that go, by day, or empty; what
     *     goes has to be there
     * @return the plan; none can be kept where {@link #value} is infinite
     */
    ItemPlan solve(ItemProgramme ofItem, Prices atPrices, Room within, double[] certain) {
        programme = ofItem;
        item = ofItem.item();
        prices = atPrices;
        room = within;
        moved = certain;
        movedSince();
        lowestUnitCost = lowestUnitCost();
        best = NEVER;
        Arrays.fill(atBase, 0, programme.days() + 1, NEVER);
        atBase[0] = item.kept().cost(new long[item.slots()]);
        for (int base = -1; base < programme.days(); base++) {
            double until = atBase[base + 1];
            if (until < NEVER && until + leastAfter(base) < best) {
                walk(base, false);
            }
        }
        return plan();
    }

    /** What the orders found cost, prices included; infinite where what is moved is not there. */
    double value() {
        return best;
    }

    private void movedSince() {
        if (movedSince.length < programme.days() + 1) {
            movedSince = new double[programme.days() + 1];
        }
        for (int day = 0; day < moved.length; day++) {
            movedSince[day + 1] = movedSince[day] + moved[day];
        }
    }

    /** Demand less what comes anyway, of the days after one until another. */
    private double net(int after, int until) {
        double net = programme.net(after, until);
        return moved.length == 0 ? net : net - movedSince[until + 1] + movedSince[after + 1];
    }

    private double lowestUnitCost() {
        double lowest = NEVER;
        OrderStep[] steps = programme.steps();
        for (int step = 0; step < steps.length; step++) {
            lowest = Math.min(lowest, prices.unit(step, steps[step].lowestUnitCost()));
        }
        return lowest;
    }

    /** What the days after a base cost at least. */
    private double leastAfter(int base) {
        if (base == programme.days() - 1) {
            return 0;
        }
        double unit = Math.min(item.costs().lostSale(), lowestUnitCost);
        double net = Math.max(0, net(base, programme.days() - 1) - baseStock(base));
        return net * unit - programme.mostSaved(base);
    }

    private double baseStock(int base) {
        return base < 0 ? item.onHand() : 0;
    }

    /** Units that go to other places after a base. */
    private double goes(int base) {
        double sum = 0;
        for (int day = base + 1; day < moved.length; day++) {
            sum += Math.max(0, -moved[day]);
        }
        return sum;
    }

    private int levels(int base) {
        return programme.steps().length == 0
                ? 0
                : programme.levels(base, baseStock(base), goes(base) + forced(base));
    }

    /** Units of the smallest orders that have to be placed and arrive after a base. */
    private double forced(int base) {
        double sum = 0;
        for (int step = programme.firstStep(base + 1); step < room.forced().length; step++) {
            OrderStep of = programme.steps()[step];
            if (room.forced()[step]) {
                sum += (double) of.bands().get(0).least() * of.stride() * programme.lattice();
            }
        }
        return sum;
    }

    /** Follows all levels of a base to the horizon's end; keeps where they came from if asked. */
    private void walk(int base, boolean keep) {
        int days = programme.days();
        if (base == days - 1) {
            finish(base, 0, atBase[base + 1]);
            return;
        }
        int most = levels(base);
        levels.start(0, most, atBase[base + 1]);
        for (int day = base + 1; day < days && !levels.isEmpty(); day++) {
            for (int step = programme.firstStep(day); step < programme.firstStep(day + 1); step++) {
                order(step, most, keep);
            }
            double start = baseStock(base) - net(base, day);
            if (moved.length > 0 && moved[day] < 0) {
                dropWhatIsNotThere(start + item.demand()[day]);
            }
            if (!levels.isEmpty()) {
                endDay(base, day, start);
            }
        }
        for (int level = levels.low(); level <= levels.high(); level++) {
            finish(base, level, levels.cost(level));
        }
    }

    private void finish(int base, int level, double total) {
        if (total < best) {
            best = total;
            lastBase = base;
            lastLevel = level;
        }
    }

    private void order(int step, int mostLevel, boolean keep) {
        OrderStep of = programme.steps()[step];
        int until = levels.high();
        for (OrderStep.Band band : of.bands()) {
            long most = most(of, band, step);
            if (most >= band.least()) {
                double reached = levels.high() + (double) most * of.stride();
                until = (int) Math.max(until, Math.min(mostLevel, reached));
            }
        }
        int[] parent = keep ? parents[step] : null;
        levels.begin(until, parent);
        if (room.isForced(step)) {
            levels.forbidToStay(until);
        }
        for (OrderStep.Band band : of.bands()) {
            long most = most(of, band, step);
            if (most >= band.least()) {
                double unit = prices.unit(step, band.unitCost()) * programme.lattice();
                double fixed = of.fixedCost() - band.saved();
                levels.band(of.stride(), fixed, band.least(), most, unit, until, parent);
            }
        }
        levels.end(until);
    }

    private long most(OrderStep of, OrderStep.Band band, int step) {
        double packUnits = (double) of.stride() * programme.lattice();
        double payable =
                band.unitCost() == 0
                        ? Double.POSITIVE_INFINITY
                        : room.money()[step] / band.unitCost();
        double left = Math.floor(Math.min(room.units()[step], payable) / packUnits + EQUAL);
        return left >= band.most() ? band.most() : (long) left;
    }

    /** What goes to other places has to be there before the day's demand. */
    private void dropWhatIsNotThere(double beforeDemand) {
        double least = Math.ceil(-beforeDemand / programme.lattice() - EQUAL);
        levels.dropBelow((int) Math.min(Integer.MAX_VALUE, Math.max(0, least)));
    }

    /** Demand of the day, and what the stock left costs. */
    private void endDay(int base, int day, double start) {
        double lattice = programme.lattice();
        boolean last = day == programme.days() - 1;
        double empty =
                item.safetyStock().units() * item.costs().safetyShortfall()
                        + (last ? item.endStock() * item.costs().endShortfall() : 0);
        while (!item.costs().backorders()
                && !levels.isEmpty()
                && start + levels.low() * lattice < -EQUAL) {
            int low = levels.low();
            double lost = -(start + low * lattice) * item.costs().lostSale();
            double total = levels.cost(low) + lost + empty;
            if (total < atBase[day + 1]) {
                atBase[day + 1] = total;
                baseBefore[day + 1] = base;
                levelBefore[day + 1] = low;
            }
            levels.dropBelow(low + 1);
        }
        double limit = stockLimit(day) + programme.looseness() + 1e-7;
        while (!levels.isEmpty() && start + levels.high() * lattice > limit) {
            levels.dropAbove(levels.high() - 1);
        }
        hold(start, day, last);
    }

    /** What would be there without any order may stay. */
    private double stockLimit(int day) {
        double without = programme.stockWithoutOrders(day);
        double own = Math.max(programme.stockLimit(day), without);
        double left = room.stock()[day];
        return Math.min(own, room.isStrict() ? left : Math.max(left, without));
    }

    private void hold(double start, int day, boolean last) {
        double lattice = programme.lattice();
        double holding = item.costs().holdingPerDay() + prices.stock()[day];
        double safety = item.safetyStock().units();
        double safetyCost = item.costs().safetyShortfall();
        double end = last ? item.endStock() : 0;
        double endCost = last ? item.costs().endShortfall() : 0;
        if (item.costs().backorders()) {
            waitingCosts(start, last);
        }
        for (int level = levels.low(); level <= levels.high(); level++) {
            double stock = Math.max(0, start + level * lattice);
            levels.add(
                    level,
                    holding * stock
                            + safetyCost * Math.max(0, safety - stock)
                            + endCost * Math.max(0, end - stock));
        }
    }

    private void waitingCosts(double start, boolean last) {
        double perUnit = item.costs().backorderPerDay() + (last ? item.costs().lostSale() : 0);
        for (int level = levels.low(); level <= levels.high(); level++) {
            double waits = Math.max(0, -(start + level * programme.lattice()));
            levels.add(level, perUnit * waits);
        }
    }

    /** Walks the bases of the best plan again, and back along them. */
    private ItemPlan plan() {
        long[] units = new long[programme.steps().length];
        if (best == NEVER) {
            return ItemPlan.of(programme, units, moved);
        }
        int base = lastBase;
        int level = lastLevel;
        int lastDay = programme.days() - 1;
        double found = best;
        while (base != NO_BASE) {
            if (level > 0) {
                reserveParents(levels(base) + 1);
                walk(base, true);
                best = found;
                follow(base, lastDay, level, units);
            }
            lastDay = base;
            level = base < 0 ? 0 : levelBefore[base + 1];
            base = base < 0 ? NO_BASE : baseBefore[base + 1];
        }
        return ItemPlan.of(programme, units, moved);
    }

    private void follow(int base, int lastDay, int level, long[] units) {
        int at = level;
        for (int step = programme.firstStep(lastDay + 1) - 1;
                step >= programme.firstStep(base + 1) && at > 0;
                step--) {
            int from = parents[step][at];
            if (from >= 0) {
                units[step] = (long) (at - from) * programme.lattice();
                at = from;
            }
        }
    }

    private void reserveParents(int size) {
        int steps = programme.steps().length;
        if (parents.length < steps || (steps > 0 && parents[0].length < size)) {
            int most = parents.length == 0 ? size : Math.max(size, parents[0].length);
            parents = new int[Math.max(steps, parents.length)][most];
        }
    }
}
