package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.MoneyLimit;
import io.quartermaster.domain.replenishment.PlanPrices;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The limits that items share, one row each: the capacity of a pool on an order day, the volume of
 * a place at a day's end, money for orders. Limits without end have no row.
 */
final class SharedRules {

    static final int NONE = -1;

    private static final double TOLERANCE = 1e-9;

    private final ReplenishmentProblem problem;
    private final ItemGroup[] groups;
    private final ItemProgramme[] items;
    private final ItemGrids grids;
    private final int[][] poolRows;
    private final int[][] placeRows;
    private final double[] limits;
    private final int[][] groupsOfRows;
    private final int firstPlaceRow;
    private final int firstMoneyRow;
    private final Map<ItemProgramme, int[][]> moneyRows = new HashMap<>();

    SharedRules(ReplenishmentProblem problem) {
        this.problem = problem;
        int days = problem.horizonDays();
        this.poolRows = new int[problem.pools().size()][days];
        this.placeRows = new int[problem.places().size()][days];
        double[] found =
                new double[(poolRows.length + placeRows.length) * days + problem.money().size()];
        int count = 0;
        for (int pool = 0; pool < poolRows.length; pool++) {
            double limit = problem.pools().get(pool).unitsPerDay();
            for (int day = 0; day < days; day++) {
                poolRows[pool][day] = Double.isInfinite(limit) ? NONE : count;
                found[count] = limit;
                count += Double.isInfinite(limit) ? 0 : 1;
            }
        }
        this.firstPlaceRow = count;
        for (int place = 0; place < placeRows.length; place++) {
            double limit = problem.places().get(place).volumeCapacity();
            for (int day = 0; day < days; day++) {
                placeRows[place][day] = Double.isInfinite(limit) ? NONE : count;
                found[count] = limit;
                count += Double.isInfinite(limit) ? 0 : 1;
            }
        }
        this.firstMoneyRow = count;
        for (MoneyLimit money : problem.money()) {
            found[count++] = money.limit();
        }
        this.limits = Arrays.copyOf(found, count);
        this.groups = ItemGroup.of(problem);
        this.items = problem.items().stream().map(ItemProgramme::of).toArray(ItemProgramme[]::new);
        this.grids = new ItemGrids(problem, groups, items);
        for (ItemProgramme item : items) {
            moneyRows.put(item, moneyRows(item));
            item.relaxed().ifPresent(relaxed -> moneyRows.put(relaxed, moneyRows(relaxed)));
        }
        this.groupsOfRows = findGroupsOfRows();
    }

    /** The limits of money that count each step's orders. */
    private int[][] moneyRows(ItemProgramme item) {
        return Arrays.stream(item.steps())
                .map(
                        step ->
                                IntStream.range(0, problem.money().size())
                                        .filter(limit -> counts(limit, item, step))
                                        .map(limit -> firstMoneyRow + limit)
                                        .toArray())
                .toArray(int[][]::new);
    }

    /** The rows of money that count a step's orders. */
    int[] moneyRows(ItemProgramme item, int step) {
        return moneyRows.get(item)[step];
    }

    private boolean counts(int limit, ItemProgramme item, OrderStep step) {
        return problem.money().get(limit).counts(item.item().item(), step.orderDay());
    }

    ReplenishmentProblem problem() {
        return problem;
    }

    ItemProgramme[] items() {
        return items;
    }

    /** The programmes on grids of items whose groups move units. */
    ItemGrids grids() {
        return grids;
    }

    /** Items at places that supply each other; each item is in one group. */
    ItemGroup[] groups() {
        return groups;
    }

    /**
     * What every plan of an item costs at least at prices at which it was just planned: where the
     * lattice is not the exact one it is planned once more, in the relaxed way.
     */
    double bound(ItemProgramme item, double[] byRow, ItemSolver solver) {
        if (item.relaxed().isEmpty()) {
            return solver.value();
        }
        ItemProgramme relaxed = item.relaxed().get();
        Prices of = prices(relaxed, byRow, 1);
        solver.solve(relaxed, of, Room.unlimited(relaxed));
        return solver.value() - relaxed.slack(of);
    }

    /** Whether any item meets a limit or another place; else every item is planned alone. */
    boolean areShared() {
        return Arrays.stream(groupsOfRows).anyMatch(of -> of.length > 0)
                || Arrays.stream(groups).anyMatch(ItemGroup::isMoved);
    }

    /** Limits by row, 0 or more. */
    double[] limits() {
        return limits;
    }

    /** Prices by row; 0 where none are known. */
    double[] prices(Optional<PlanPrices> known) {
        double[] byRow = new double[limits.length];
        known.ifPresent(
                prices -> {
                    gather(poolRows, prices.capacity(), byRow);
                    gather(placeRows, prices.volume(), byRow);
                });
        return byRow;
    }

    private static void gather(int[][] rows, double[][] prices, double[] byRow) {
        for (int of = 0; of < rows.length; of++) {
            for (int day = 0; day < rows[of].length; day++) {
                if (rows[of][day] != NONE) {
                    byRow[rows[of][day]] = prices[of][day];
                }
            }
        }
    }

    /** Prices by pool and day. */
    double[][] poolPrices(double[] byRow) {
        return spread(poolRows, byRow);
    }

    /** Prices by place and day. */
    double[][] placePrices(double[] byRow) {
        return spread(placeRows, byRow);
    }

    private static double[][] spread(int[][] rows, double[] byRow) {
        return Arrays.stream(rows)
                .map(of -> Arrays.stream(of).mapToDouble(r -> r == NONE ? 0 : byRow[r]).toArray())
                .toArray(double[][]::new);
    }

    /** The row of what a step may order, or none. */
    int rowOf(ItemProgramme item, OrderStep step) {
        return poolRows[item.item().rules(step.slot()).capacityPool()][step.orderDay()];
    }

    /** The row of the volume that stock fills at a day's end, or none. */
    int rowOf(ItemProgramme item, int day) {
        return item.item().unitVolume() > 0 ? placeRows[item.item().place()][day] : NONE;
    }

    /** The prices of rows, times a weight, as one item sees them. */
    Prices prices(ItemProgramme item, double[] byRow, double weight) {
        Prices prices = Prices.none(item);
        OrderStep[] steps = item.steps();
        for (int step = 0; step < steps.length; step++) {
            int row = rowOf(item, steps[step]);
            prices.units()[step] = row == NONE ? 0 : weight * byRow[row];
            for (int money : moneyRows(item, step)) {
                prices.money()[step] += weight * byRow[money];
            }
        }
        for (int day = 0; day < item.days(); day++) {
            int row = rowOf(item, day);
            prices.stock()[day] = row == NONE ? 0 : weight * byRow[row] * item.item().unitVolume();
        }
        return prices;
    }

    /** Adds a plan's use of each row, times a sign. */
    void use(ItemProgramme item, ItemPlan plan, double sign, double[] byRow) {
        OrderStep[] steps = item.steps();
        for (int step = 0; step < steps.length; step++) {
            int row = rowOf(item, steps[step]);
            if (row != NONE) {
                byRow[row] += sign * plan.units()[step];
            }
            for (int money : moneyRows(item, step)) {
                byRow[money] += sign * plan.spent()[step];
            }
        }
        double volume = sign * item.item().unitVolume();
        for (int day = 0; day < item.days(); day++) {
            int row = rowOf(item, day);
            if (row != NONE) {
                byRow[row] += volume * plan.stock()[day];
            }
        }
    }

    /** Adds the use of units that are had on a day as {@link UnitWorth} has them. */
    void use(ItemProgramme item, UnitWorth worth, int day, double units, double[] byRow) {
        if (worth.step(day) < 0) {
            return;
        }
        OrderStep step = item.steps()[worth.step(day)];
        int pool = rowOf(item, step);
        if (pool != NONE) {
            byRow[pool] += units;
        }
        for (int money : moneyRows(item, worth.step(day))) {
            byRow[money] += units * step.lowestUnitCost();
        }
        for (int at = step.arrivalDay(); at < day; at++) {
            int place = rowOf(item, at);
            if (place != NONE) {
                byRow[place] += units * item.item().unitVolume();
            }
        }
    }

    /** The groups of items that a row limits, by row. */
    int[][] groupsOfRows() {
        return groupsOfRows;
    }

    private int[][] findGroupsOfRows() {
        List<List<Integer>> found = new ArrayList<>();
        for (int row = 0; row < limits.length; row++) {
            found.add(new ArrayList<>());
        }
        for (int group = 0; group < groups.length; group++) {
            for (int i : groups[group].members()) {
                addRowsOf(items[i], group, found);
            }
        }
        return found.stream()
                .map(of -> of.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void addRowsOf(ItemProgramme item, int group, List<List<Integer>> found) {
        for (int step = 0; step < item.steps().length; step++) {
            add(found, rowOf(item, item.steps()[step]), group);
            for (int money : moneyRows(item, step)) {
                add(found, money, group);
            }
        }
        for (int day = 0; day < item.days(); day++) {
            add(found, rowOf(item, day), group);
        }
    }

    private static void add(List<List<Integer>> found, int row, int group) {
        if (row != NONE) {
            List<Integer> of = found.get(row);
            if (of.isEmpty() || of.get(of.size() - 1) != group) {
                of.add(group);
            }
        }
    }

    /** What others leave to an item of every row. */
    Room room(ItemProgramme item, double[] usedByOthers) {
        Room room = Room.unlimited(item);
        OrderStep[] steps = item.steps();
        for (int step = 0; step < steps.length; step++) {
            int row = rowOf(item, steps[step]);
            if (row != NONE) {
                room.units()[step] = Math.max(0, limits[row] - usedByOthers[row]);
            }
            for (int money : moneyRows(item, step)) {
                double left = Math.max(0, limits[money] - usedByOthers[money]);
                room.money()[step] = Math.min(room.money()[step], left);
            }
        }
        for (int day = 0; day < item.days(); day++) {
            int row = rowOf(item, day);
            if (row != NONE) {
                double left = Math.max(0, limits[row] - usedByOthers[row]);
                room.stock()[day] = left / item.item().unitVolume();
            }
        }
        return room;
    }

    /**
     * The same room shared out among the orders of a plan, where the orders of the item alone are
     * together above what is left: the programme of an item sees each order's limit only.
     */
    Optional<Room> shared(ItemProgramme item, ItemPlan plan, double[] usedByOthers, Room room) {
        double[] own = new double[limits.length];
        use(item, plan, 1, own);
        boolean tooMuch = false;
        for (int row = 0; row < limits.length; row++) {
            double least = usedByOthers[row] + own[row];
            boolean ofOrders = row >= firstMoneyRow || row < firstPlaceRow;
            tooMuch |=
                    ofOrders && own[row] > 0 && least > limits[row] * (1 + TOLERANCE) + TOLERANCE;
        }
        if (!tooMuch) {
            return Optional.empty();
        }
        long orders = Arrays.stream(plan.units()).filter(units -> units > 0).count();
        double[] money = Arrays.stream(room.money()).map(left -> left / orders).toArray();
        // Only where there were orders, or more of them would be too much together again.
        double[] units = new double[plan.units().length];
        for (int step = 0; step < units.length; step++) {
            units[step] = plan.units()[step] > 0 ? room.units()[step] / orders : 0;
        }
        return Optional.of(new Room(units, money, room.stock(), room.isStrict()));
    }

    /** The prices of limits of money. */
    double[] moneyPrices(double[] byRow) {
        return Arrays.copyOfRange(byRow, firstMoneyRow, byRow.length);
    }
}
