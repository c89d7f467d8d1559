package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.StockPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the dynamic programme of one item at one place needs to know. Stock at a day's end is {@code
 * base + lattice * level}: as long as nothing is lost, the base is what was there without orders
 * and the level counts what orders have brought; when demand is lost, stock is 0 and a new base
 * begins. So demand may be any number, and every stock that orders can lead to is a state.
 */
final class ItemProgramme {

    /** Levels above which the lattice is made coarser; the bound allows for it. */
    static final int MAX_LEVELS = 6_000;

    private final PlannedItem item;
    private final int days;
    private final long lattice;
    private final OrderStep[] steps;
    private final int[] firstStep;
    private final double[] netSince;
    private final double[] stockWithoutOrders;
    private final double[] stockLimits;
    private final double roundUp;
    private final double[] mostSaved;
    private final boolean loose;
    private final ItemProgramme relaxed;

    /** The programme of an item at one place; limits that it shares are none of it. */
    static ItemProgramme of(PlannedItem item) {
        ItemProgramme exact = new ItemProgramme(item, 1, false, null);
        long levels = exact.steps.length == 0 ? 0 : exact.levels(-1, item.onHand(), 0);
        if (levels <= MAX_LEVELS) {
            return exact;
        }
        long factor = (exact.need() / exact.lattice() + levels) / MAX_LEVELS + 1;
        return new ItemProgramme(item, factor, false, new ItemProgramme(item, factor, true, null));
    }

    private ItemProgramme(PlannedItem item, long factor, boolean loose, ItemProgramme relaxed) {
        this.item = item;
        this.days = item.demand().length;
        this.lattice = Math.max(1, lattice(item)) * factor;
        this.loose = loose;
        this.relaxed = relaxed;
        this.steps = steps(item, factor, loose);
        this.firstStep = firstSteps(steps, days);
        this.netSince = new double[days + 1];
        for (int day = 0; day < days; day++) {
            netSince[day + 1] = netSince[day] + item.demand()[day] - item.arriving()[day];
        }
        this.stockWithoutOrders = stockWithoutOrders(item);
        this.stockLimits = new double[days];
        for (int day = 0; day < days; day++) {
            stockLimits[day] = item.stockLimit(day);
        }
        this.roundUp = roundUp(steps);
        this.mostSaved = mostSaved(steps, days);
    }

    private static long lattice(PlannedItem item) {
        return IntStream.range(0, item.slots())
                .filter(item::canOrder)
                .mapToLong(slot -> item.rules(slot).packUnits())
                .reduce(0, ItemProgramme::gcd);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private OrderStep[] steps(PlannedItem item, long factor, boolean loose) {
        List<OrderStep> steps = new ArrayList<>();
        for (int slot = 0; slot < item.slots(); slot++) {
            if (item.canOrder(slot)) {
                OrderStep exact = OrderStep.of(item, slot, lattice / factor);
                OrderStep step = loose ? exact.relaxed(factor) : exact.coarser(factor);
                if (!step.bands().isEmpty()) {
                    steps.add(step);
                }
            }
        }
        steps.sort(
                Comparator.comparingInt(OrderStep::arrivalDay).thenComparingInt(OrderStep::slot));
        return steps.toArray(new OrderStep[0]);
    }

    private static int[] firstSteps(OrderStep[] steps, int days) {
        int[] first = new int[days + 1];
        int next = 0;
        for (int day = 0; day <= days; day++) {
            while (next < steps.length && steps[next].arrivalDay() < day) {
                next++;
            }
            first[day] = next;
        }
        return first;
    }

    private static double[] stockWithoutOrders(PlannedItem item) {
        return StockPath.of(item, new long[item.slots()]).stock();
    }

    /** What the orders that arrive after each day may save at most; first those of all days. */
    private static double[] mostSaved(OrderStep[] steps, int days) {
        double[] saved = new double[days + 1];
        for (OrderStep step : steps) {
            for (int day = 0; day <= step.arrivalDay(); day++) {
                saved[day] += step.mostSaved();
            }
        }
        return saved;
    }

    /** What the orders that arrive after a day may save at most. */
    double mostSaved(int after) {
        return mostSaved[after + 1];
    }

    /** How far an order may go beyond what is needed: its smallest size or its last price tier. */
    private double roundUp(OrderStep[] of) {
        double most = 0;
        for (OrderStep step : of) {
            long last = step.bands().get(step.bands().size() - 1).least();
            most = Math.max(most, (double) (last + 1) * step.stride() * lattice);
        }
        return most;
    }

    PlannedItem item() {
        return item;
    }

    int days() {
        return days;
    }

    long lattice() {
        return lattice;
    }

    OrderStep[] steps() {
        return steps;
    }

    /** Index of the first step that arrives on a day or later. */
    int firstStep(int day) {
        return firstStep[day];
    }

    /** Demand less what arrives anyway, of the days after one until another. */
    double net(int after, int until) {
        return netSince[until + 1] - netSince[after + 1];
    }

    /** Stock at a day's end if nothing is ordered. */
    double stockWithoutOrders(int day) {
        return stockWithoutOrders[day];
    }

    /** Units in stock at a day's end at most, by the item's own rules. */
    double stockLimit(int day) {
        return stockLimits[day];
    }

    /**
     * Levels that can be worth reaching from a base after a day.
     *
     * @param gone units that other places are given
     */
    int levels(int after, double base, double gone) {
        double safety = item.safetyStock().units();
        double need = 0;
        for (int day = after + 1; day < days; day++) {
            need = Math.max(need, net(after, day) - base + safety);
        }
        if (after + 1 < days) {
            need = Math.max(need, net(after, days - 1) - base + item.endStock());
        }
        return (int)
                Math.min(Integer.MAX_VALUE - 8.0, Math.ceil((need + gone + roundUp) / lattice) + 1);
    }

    /** How far an order may go beyond what is needed. */
    double roundUp() {
        return roundUp;
    }

    /** Units that orders may have to bring at most. */
    private long need() {
        double all = Arrays.stream(item.demand()).sum() + item.safetyStock().units();
        return (long) Math.min(1e15, all + item.endStock() + roundUp);
    }

    /**
     * The programme whose optimum, less {@link #slack}, is a bound where quantities are too large
     * for every one of them to be a state; empty where this programme is exact.
     */
    Optional<ItemProgramme> relaxed() {
        return Optional.ofNullable(relaxed);
    }

    /** Whether stock may be this much above a limit. */
    double looseness() {
        return loose ? lattice : 0;
    }

    /**
     * What rounding all that has arrived by each day up to the lattice costs at most: so much is
     * bought, held or missed more than in the exact plan.
     */
    double slack(Prices prices) {
        double perUnit = item.costs().lostSale() + item.costs().endShortfall();
        perUnit += item.costs().backorders() ? days * item.costs().backorderPerDay() : 0;
        for (int day = 0; day < days; day++) {
            perUnit += item.costs().holdingPerDay() + item.costs().safetyShortfall();
            perUnit += prices.stock()[day];
        }
        double last = 0;
        for (int step = 0; step < steps.length; step++) {
            double cost = prices.unit(step, steps[step].lowestUnitCost());
            perUnit += Math.abs(cost - last);
            last = cost;
        }
        return (perUnit + last) * lattice;
    }
}
