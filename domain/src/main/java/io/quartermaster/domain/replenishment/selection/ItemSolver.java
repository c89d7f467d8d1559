package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlannedItem;
import java.util.Arrays;

/**
 * The dynamic programme over one item's stock: the cheapest orders at given prices, exactly. Days
 * go forward; the states of a day are the levels of each base (see {@link ItemProgramme}). An order
 * step takes, for every level, the best level before it: a running minimum, since within a price
 * band an order's cost is linear in its size; so a step costs one pass over the levels, not one per
 * order size. Bases that cannot lead to the best plan any more are left out by a bound.
 *
 * <p>Keeps its working memory: one solver per thread.
 */
final class ItemSolver {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double EQUAL = 1e-9;
    private static final int NO_BASE = -2;

    private ItemProgramme programme;
    private PlannedItem item;
    private Prices prices;
    private Room room;
    private double lowestUnitCost;

    private double[] cost = new double[256];
    private double[] next = new double[256];
    private int[] queue = new int[256];
    private int[][] parents = new int[0][];
    private int low;
    private int high;

    private final double[] atBase = new double[512];
    private final int[] baseBefore = new int[512];
    private final int[] levelBefore = new int[512];
    private double best;
    private int lastBase;
    private int lastLevel;

    /**
     * The cheapest orders.
     *
     * @return units by step
     */
    long[] solve(ItemProgramme ofItem, Prices atPrices, Room within) {
        programme = ofItem;
        item = ofItem.item();
        prices = atPrices;
        room = within;
        lowestUnitCost = lowestUnitCost();
        best = NEVER;
        Arrays.fill(atBase, 0, programme.days() + 1, NEVER);
        atBase[0] = item.kept().cost(new long[item.slots()]);
        for (int base = -1; base < programme.days(); base++) {
            double until = atBase[base + 1];
            if (until + leastAfter(base) < best) {
                walk(base, false);
            }
        }
        return orders();
    }

    /** What the orders found cost, prices included. */
    double value() {
        return best;
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
        double net = Math.max(0, programme.net(base, programme.days() - 1) - baseStock(base));
        return net * Math.min(item.costs().lostSale(), lowestUnitCost) - programme.mostSaved(base);
    }

    private double baseStock(int base) {
        return base < 0 ? item.onHand() : 0;
    }

    /** Follows all levels of a base to the horizon's end; keeps where they came from if asked. */
    private void walk(int base, boolean keep) {
        int days = programme.days();
        if (base == days - 1) {
            finish(base, 0, atBase[base + 1]);
            return;
        }
        int levels = programme.steps().length == 0 ? 0 : programme.levels(base, baseStock(base));
        reserve(levels + 1);
        cost[0] = atBase[base + 1];
        low = 0;
        high = 0;
        for (int day = base + 1; day < days && low <= high; day++) {
            for (int step = programme.firstStep(day); step < programme.firstStep(day + 1); step++) {
                order(step, levels, keep);
            }
            endDay(base, day);
        }
        for (int level = low; level <= high; level++) {
            finish(base, level, cost[level]);
        }
    }

    private void finish(int base, int level, double total) {
        if (total < best) {
            best = total;
            lastBase = base;
            lastLevel = level;
        }
    }

    private void order(int step, int levels, boolean keep) {
        OrderStep of = programme.steps()[step];
        int until = high;
        for (OrderStep.Band band : of.bands()) {
            long most = most(of, band, step);
            if (most >= band.least()) {
                until = (int) Math.max(until, Math.min(levels, high + (double) most * of.stride()));
            }
        }
        System.arraycopy(cost, low, next, low, high - low + 1);
        Arrays.fill(next, high + 1, until + 1, NEVER);
        int[] parent = keep ? parents[step] : null;
        if (keep) {
            Arrays.fill(parent, low, until + 1, -1);
        }
        for (OrderStep.Band band : of.bands()) {
            long most = most(of, band, step);
            if (most >= band.least()) {
                double unit = prices.unit(step, band.unitCost()) * programme.lattice();
                for (int rest = 0; rest < of.stride(); rest++) {
                    band(of, band, most, unit, rest, until, parent);
                }
            }
        }
        double[] swap = cost;
        cost = next;
        next = swap;
        high = until;
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

    /** Orders of a band, from the levels that leave the same rest by the stride. */
    private void band(
            OrderStep of,
            OrderStep.Band band,
            long most,
            double unit,
            int rest,
            int until,
            int[] parent) {
        int stride = of.stride();
        long least = band.least();
        double fixed = of.fixedCost() - band.saved();
        if (low + rest + (double) least * stride > until) {
            return;
        }
        long shift = least * stride;
        int head = 0;
        int tail = 0;
        boolean bounded = most < (until - low) / stride + 1;
        double lowest = NEVER;
        int from = -1;
        for (int level = (int) (low + rest + shift); level <= until; level += stride) {
            int enters = (int) (level - shift);
            if (enters <= high) {
                double value = cost[enters] - enters * unit;
                if (bounded) {
                    while (tail > head && cost[queue[tail - 1]] - queue[tail - 1] * unit >= value) {
                        tail--;
                    }
                    queue[tail++] = enters;
                } else if (value < lowest) {
                    lowest = value;
                    from = enters;
                }
            }
            if (bounded) {
                while (head < tail && queue[head] < level - most * stride) {
                    head++;
                }
                from = head < tail ? queue[head] : -1;
                lowest = head < tail ? cost[from] - from * unit : NEVER;
            }
            double candidate = lowest + fixed + level * unit;
            if (candidate < next[level]) {
                next[level] = candidate;
                if (parent != null) {
                    parent[level] = from;
                }
            }
        }
    }

    /** Demand of the day, and what the stock left costs. */
    private void endDay(int base, int day) {
        double lattice = programme.lattice();
        double start = baseStock(base) - programme.net(base, day);
        boolean last = day == programme.days() - 1;
        double empty =
                item.safetyStock().units() * item.costs().safetyShortfall()
                        + (last ? item.endStock() * item.costs().endShortfall() : 0);
        while (!item.costs().backorders() && low <= high && start + low * lattice < -EQUAL) {
            double lost = -(start + low * lattice) * item.costs().lostSale();
            double total = cost[low] + lost + empty;
            if (total < atBase[day + 1]) {
                atBase[day + 1] = total;
                baseBefore[day + 1] = base;
                levelBefore[day + 1] = low;
            }
            low++;
        }
        double limit =
                Math.max(stockLimit(day), programme.stockWithoutOrders(day))
                        + programme.looseness()
                        + 1e-7;
        while (high >= low && start + high * lattice > limit) {
            high--;
        }
        hold(start, day, last);
    }

    private double stockLimit(int day) {
        return Math.min(programme.stockLimit(day), room.stock()[day]);
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
        for (int level = low; level <= high; level++) {
            double stock = Math.max(0, start + level * lattice);
            cost[level] +=
                    holding * stock
                            + safetyCost * Math.max(0, safety - stock)
                            + endCost * Math.max(0, end - stock);
        }
    }

    private void waitingCosts(double start, boolean last) {
        double perUnit = item.costs().backorderPerDay() + (last ? item.costs().lostSale() : 0);
        for (int level = low; level <= high; level++) {
            cost[level] += perUnit * Math.max(0, -(start + level * programme.lattice()));
        }
    }

    /** Walks the bases of the best plan again, and back along them. */
    private long[] orders() {
        long[] units = new long[programme.steps().length];
        if (best == NEVER) {
            return units;
        }
        int base = lastBase;
        int level = lastLevel;
        int lastDay = programme.days() - 1;
        double found = best;
        while (base != NO_BASE) {
            if (level > 0) {
                int levels = programme.levels(base, baseStock(base));
                reserveParents(levels + 1);
                walk(base, true);
                best = found;
                follow(base, lastDay, level, units);
            }
            lastDay = base;
            level = base < 0 ? 0 : levelBefore[base + 1];
            base = base < 0 ? NO_BASE : baseBefore[base + 1];
        }
        return units;
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

    private void reserve(int size) {
        if (cost.length < size) {
            int room2 = Math.max(size, cost.length * 2);
            cost = new double[room2];
            next = new double[room2];
            queue = new int[room2];
        }
    }

    private void reserveParents(int size) {
        int steps = programme.steps().length;
        if (parents.length < steps || (steps > 0 && parents[0].length < size)) {
            int levels = parents.length == 0 ? size : Math.max(size, parents[0].length);
            parents = new int[Math.max(steps, parents.length)][levels];
        }
    }
}
