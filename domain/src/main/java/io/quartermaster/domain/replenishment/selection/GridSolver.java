package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlannedItem;
import java.util.Arrays;

/**
 * The dynamic programme on the grid: the cheapest orders, takings and givings at given prices. Its
 * value is a bound of the true programme's; what it takes and gives is a proposal.
 *
 * <p>Keeps its working memory: one solver per thread.
 */
final class GridSolver {

    private static final double EQUAL = 1e-9;

    /** What a day may do besides ordering: take, give, sell, lose more than it has to. */
    private static final int PARTS = 4;

    private final Levels levels = new Levels();
    private int[][] parents = new int[0][];
    private GridProgramme programme;
    private PlannedItem item;
    private Prices prices;
    private Offers offers;
    private Room room;
    private double value;

    /**
     * What was found.
     *
     * @param units ordered, by step
     * @param in units taken, by day
     * @param out units given, by day
     */
    record Found(long[] units, double[] in, double[] out) {

        /** Whether anything is taken or given. */
        boolean moves() {
            return Arrays.stream(in).anyMatch(one -> one > 0)
                    || Arrays.stream(out).anyMatch(one -> one > 0);
        }

        /** Units taken less those given, by day. */
        double[] moved() {
            double[] moved = new double[in.length];
            Arrays.setAll(moved, day -> in[day] - out[day]);
            return moved;
        }
    }

    /** Solves; nothing is found where not even nothing fits the room. */
    Found solve(GridProgramme ofItem, Prices at, Offers moving, Room within) {
        programme = ofItem;
        item = ofItem.item();
        prices = at;
        offers = moving;
        room = within;
        reserve();
        int below = programme.below();
        double unchanged = item.kept().cost(new long[item.slots()]);
        levels.start((int) programme.onHand() + below, programme.levels() + 1, unchanged);
        for (int day = 0; day < programme.days() && !levels.isEmpty(); day++) {
            day(day);
        }
        return found();
    }

    /** What everything found costs, prices included, less what rounding may cost. */
    double value() {
        return value;
    }

    private void reserve() {
        int rows = programme.programme().steps().length + PARTS * programme.days();
        int size = programme.levels() + 2;
        if (parents.length < rows || parents[0].length < size) {
            int most = parents.length == 0 ? size : Math.max(size, parents[0].length);
            parents = new int[Math.max(rows, parents.length)][most];
        }
    }

    private int row(int day, int part) {
        return programme.programme().steps().length + PARTS * day + part;
    }

    private void day(int day) {
        int below = programme.below();
        int most = programme.most(day) + below;
        levels.rise(programme.arriving(day));
        levels.dropAbove(most);
        ItemProgramme own = programme.programme();
        for (int step = own.firstStep(day); step < own.firstStep(day + 1); step++) {
            order(step, most);
        }
        take(day, most);
        if (offers.out()[day] > Double.NEGATIVE_INFINITY) {
            double unit = offers.out()[day] * programme.grid();
            levels.down(Math.min(below, levels.high()), unit, parents[row(day, 1)]);
        }
        demand(day);
        dropTooMuch(day);
        hold(day);
    }

    private void order(int step, int most) {
        OrderStep of = programme.programme().steps()[step];
        int stride = programme.stride(of);
        int until = Math.max(levels.high(), most);
        int[] parent = parents[step];
        levels.begin(until, parent);
        if (programme.isCoarse()) {
            double unit = prices.unit(step, of.lowestUnitCost()) * programme.grid();
            double saved = of.bands().stream().mapToDouble(OrderStep.Band::saved).max().orElse(0);
            levels.band(1, of.fixedCost() - saved, 1, mostOnCoarse(of), unit, until, parent);
        } else {
            for (OrderStep.Band band : of.bands()) {
                long packs = packs(of, band, step);
                if (packs >= band.least()) {
                    double unit = prices.unit(step, band.unitCost()) * programme.grid();
                    double fixed = of.fixedCost() - band.saved();
                    levels.band(stride, fixed, band.least(), packs, unit, until, parent);
                }
            }
        }
        levels.end(until);
    }

    /** The largest order, rounded up. */
    private long mostOnCoarse(OrderStep of) {
        double packs = of.bands().get(of.bands().size() - 1).most();
        double units = packs * of.stride() * programme.programme().lattice();
        return (long) Math.min(1e15, Math.ceil(units / programme.grid()) + 1);
    }

    private long packs(OrderStep of, OrderStep.Band band, int step) {
        double payable =
                band.unitCost() == 0
                        ? Double.POSITIVE_INFINITY
                        : room.money()[step] / band.unitCost();
        double left =
                Math.min(room.units()[step], payable) / (programme.stride(of) * programme.grid());
        return Math.floor(left + EQUAL) >= band.most() ? band.most() : (long) (left + EQUAL);
    }

    private void take(int day, int most) {
        if (Double.isInfinite(offers.in()[day])) {
            return;
        }
        double allowed = Math.floor(offers.most()[day] / programme.grid() + EQUAL);
        if (allowed < 1) {
            Arrays.fill(parents[row(day, 0)], levels.low(), levels.high() + 1, -1);
            return;
        }
        int until = Math.max(levels.high(), most);
        int[] parent = parents[row(day, 0)];
        levels.begin(until, parent);
        long atMost = (long) Math.min(allowed, most + 1.0);
        levels.band(1, 0, 1, atMost, offers.in()[day] * programme.grid(), until, parent);
        levels.end(until);
    }

    private void demand(int day) {
        int asked = programme.demand(day);
        if (item.costs().backorders()) {
            levels.fall(asked);
        } else {
            double lost = item.costs().lostSale() * programme.grid();
            if (programme.isCoarse()) {
                levels.down(0, -lost, parents[row(day, 3)]);
            }
            levels.sell(asked, lost, parents[row(day, 2)]);
        }
    }

    private void dropTooMuch(int day) {
        double without = programme.programme().stockWithoutOrders(day);
        double own = Math.max(programme.programme().stockLimit(day), without);
        double left = room.stock()[day];
        double limit = Math.min(own, room.isStrict() ? left : Math.max(left, without));
        double atMost = Math.floor((limit + programme.above(day)) / programme.grid() + EQUAL);
        if (atMost < levels.high()) {
            levels.dropAbove((int) atMost + programme.below());
        }
    }

    /** What is certainly there is held; what is certainly missing is missed. */
    private void hold(int day) {
        double grid = programme.grid();
        double above = programme.above(day);
        boolean last = day == programme.days() - 1;
        double holding = item.costs().holdingPerDay() + prices.stock()[day];
        double safety = item.safetyStock().units() - grid;
        double safetyCost = item.costs().safetyShortfall();
        double end = last ? item.endStock() - grid : 0;
        double endCost = last ? item.costs().endShortfall() : 0;
        double waiting =
                item.costs().backorders()
                        ? item.costs().backorderPerDay() + (last ? item.costs().lostSale() : 0)
                        : 0;
        for (int level = levels.low(); level <= levels.high(); level++) {
            double stock = (level - programme.below()) * grid;
            double there = Math.max(0, stock);
            levels.add(
                    level,
                    holding * Math.max(0, stock - above)
                            + safetyCost * Math.max(0, safety - there)
                            + endCost * Math.max(0, end - there)
                            + waiting * Math.max(0, -stock));
        }
    }

    private Found found() {
        long[] units = new long[programme.programme().steps().length];
        double[] in = new double[programme.days()];
        double[] out = new double[programme.days()];
        int at = -1;
        value = Levels.NEVER;
        for (int level = levels.low(); level <= levels.high(); level++) {
            if (levels.cost(level) < value) {
                value = levels.cost(level);
                at = level;
            }
        }
        if (at < 0) {
            return new Found(units, in, out);
        }
        value -= programme.slack(prices, offers);
        ItemProgramme own = programme.programme();
        for (int day = programme.days() - 1; day >= 0; day--) {
            at =
                    item.costs().backorders() || at > 0
                            ? at + programme.demand(day)
                            : parents[row(day, 2)][0];
            if (programme.isCoarse() && !item.costs().backorders()) {
                int from = parents[row(day, 3)][at];
                at = from < 0 ? at : from;
            }
            if (offers.out()[day] > Double.NEGATIVE_INFINITY) {
                at = moved(row(day, 1), at, out, day);
            }
            if (!Double.isInfinite(offers.in()[day])) {
                at = moved(row(day, 0), at, in, day);
            }
            for (int step = own.firstStep(day + 1) - 1; step >= own.firstStep(day); step--) {
                int from = parents[step][at];
                units[step] = from < 0 ? 0 : (long) ((at - from) * programme.grid());
                at = from < 0 ? at : from;
            }
            at -= programme.arriving(day);
        }
        return new Found(units, in, out);
    }

    private int moved(int parent, int at, double[] sizes, int day) {
        int from = parents[parent][at];
        if (from < 0) {
            return at;
        }
        sizes[day] = Math.abs(at - from) * programme.grid();
        return from;
    }
}
