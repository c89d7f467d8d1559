package io.quartermaster.domain.replenishment;

import java.util.Arrays;

/**
 * The linear programme of a {@link ReplenishmentProblem} without packs, smallest orders and whole
 * order costs. The package's documentation maps its columns and rows to the plain form. A unit's
 * share of the order cost is {@code order cost / largest order}, so that the optimum stays a lower
 * bound of every plan's cost.
 */
public final class PlanProgramme {

    private static final int NONE = -1;

    private final ReplenishmentProblem problem;
    private final int days;
    private final int[][] orderColumns;
    private final int[][] lostColumns;
    private final int[][] capacitySlacks;
    private final int[][] volumeSlacks;
    private final int[][] capacityRows;
    private final int[][] volumeRows;
    private final StockSegments segments;
    private final int orderCount;
    private final int stockCount;
    private final PlainProgramme programme;

    public PlanProgramme(ReplenishmentProblem problem) {
        this.problem = problem;
        this.days = problem.horizonDays();
        this.orderColumns = new int[problem.items().size()][];
        for (int i = 0; i < orderColumns.length; i++) {
            orderColumns[i] = new int[problem.items().get(i).slots()];
            Arrays.fill(orderColumns[i], NONE);
        }
        this.lostColumns = columns(problem.items().size());
        this.capacitySlacks = columns(problem.pools().size());
        this.capacityRows = columns(problem.pools().size());
        this.volumeSlacks = columns(problem.places().size());
        this.volumeRows = columns(problem.places().size());
        this.segments = new StockSegments(problem);
        this.orderCount = numberOrders();
        this.stockCount = numberStock();
        this.programme = build();
    }

    /** The programme in the plain form. */
    public PlainProgramme programme() {
        return programme;
    }

    /**
     * What the plain programme's objective leaves out: the full shortfall costs, of which stock
     * takes its part back. The optimum and this constant are the lower bound of every plan's cost.
     */
    public double constant() {
        double constant = 0;
        for (PlannedItem item : problem.items()) {
            constant += item.safetyStock().units() * item.costs().safetyShortfall() * days;
            constant += item.endStock() * item.costs().endShortfall();
        }
        return constant;
    }

    /** Units ordered in the solution, by item and slot. */
    public double[][] orders(PlainSolution solution) {
        return read(orderColumns, solution.x());
    }

    /** Price of a unit of each pool's capacity on each day, 0 or more. */
    public double[][] capacityPrices(PlainSolution solution) {
        return prices(capacityRows, solution);
    }

    /** Price of a unit of each place's volume on each day, 0 or more. */
    public double[][] volumePrices(PlainSolution solution) {
        return prices(volumeRows, solution);
    }

    private int numberOrders() {
        int next = 0;
        for (int i = 0; i < problem.items().size(); i++) {
            PlannedItem item = problem.items().get(i);
            for (int slot = 0; slot < item.slots(); slot++) {
                if (item.canOrder(slot)) {
                    orderColumns[i][slot] = next++;
                }
            }
            for (int day = 0; day < days; day++) {
                lostColumns[i][day] = next++;
            }
        }
        for (int pool = 0; pool < problem.pools().size(); pool++) {
            if (Double.isFinite(problem.pools().get(pool).unitsPerDay())) {
                for (int day = 0; day < days; day++) {
                    capacitySlacks[pool][day] = next++;
                }
            }
        }
        return next;
    }

    private int numberStock() {
        int next = segments.count();
        for (int place = 0; place < problem.places().size(); place++) {
            if (Double.isFinite(problem.places().get(place).volumeCapacity())) {
                for (int day = 0; day < days; day++) {
                    volumeSlacks[place][day] = next++;
                }
            }
        }
        return next;
    }

    private PlainProgramme build() {
        SparseMatrix.Builder arrivals = new SparseMatrix.Builder(orderCount);
        SparseMatrix.Builder balance = new SparseMatrix.Builder(stockCount);
        Rows rows = new Rows(arrivals, balance);
        balanceRows(rows);
        capacityRows(rows);
        volumeRows(rows);
        double[] orderCost = new double[orderCount];
        double[] orderLimit = new double[orderCount];
        Arrays.fill(orderLimit, Double.POSITIVE_INFINITY);
        priceOrders(orderCost, orderLimit);
        double[] stockCost = Arrays.copyOf(segments.costs(), stockCount);
        double[] stockLimit = Arrays.copyOf(segments.limits(), stockCount);
        Arrays.fill(stockLimit, segments.count(), stockCount, Double.POSITIVE_INFINITY);
        return new PlainProgramme(
                orderCost,
                stockCost,
                arrivals.build(),
                balance.build(),
                rows.demand(),
                orderLimit,
                stockLimit);
    }

    /** Stock before + arrivals + lost sales - stock after = demand - what arrives anyway. */
    private void balanceRows(Rows rows) {
        for (int i = 0; i < problem.items().size(); i++) {
            PlannedItem item = problem.items().get(i);
            for (int day = 0; day < days; day++) {
                for (int ordered = 0; ordered < item.slots(); ordered++) {
                    if (item.arrival(ordered) == day && orderColumns[i][ordered] != NONE) {
                        rows.arrivals().entry(orderColumns[i][ordered], 1);
                    }
                }
                rows.arrivals().entry(lostColumns[i][day], 1);
                if (day > 0) {
                    segments.entries(rows.balance(), i, day - 1, 1);
                }
                segments.entries(rows.balance(), i, day, -1);
                double before = day == 0 ? item.onHand() : 0;
                rows.end(item.demand()[day] - item.arriving()[day] - before);
            }
        }
    }

    /** Orders of a day + unused capacity = capacity. */
    private void capacityRows(Rows rows) {
        for (int pool = 0; pool < problem.pools().size(); pool++) {
            for (int day = 0; day < days; day++) {
                if (capacitySlacks[pool][day] == NONE) {
                    continue;
                }
                for (int i = 0; i < problem.items().size(); i++) {
                    PlannedItem item = problem.items().get(i);
                    for (int slot = day; slot < item.slots(); slot += days) {
                        boolean shares = item.rules(slot).capacityPool() == pool;
                        if (shares && orderColumns[i][slot] != NONE) {
                            rows.arrivals().entry(orderColumns[i][slot], 1);
                        }
                    }
                }
                rows.arrivals().entry(capacitySlacks[pool][day], 1);
                capacityRows[pool][day] = rows.end(problem.pools().get(pool).unitsPerDay());
            }
        }
    }

    /** Volume of stock at a day's end + unused volume = volume. */
    private void volumeRows(Rows rows) {
        for (int place = 0; place < problem.places().size(); place++) {
            for (int day = 0; day < days; day++) {
                if (volumeSlacks[place][day] == NONE) {
                    continue;
                }
                for (int i = 0; i < problem.items().size(); i++) {
                    PlannedItem item = problem.items().get(i);
                    if (item.place() == place && item.unitVolume() > 0) {
                        segments.entries(rows.balance(), i, day, item.unitVolume());
                    }
                }
                rows.balance().entry(volumeSlacks[place][day], 1);
                volumeRows[place][day] = rows.end(problem.places().get(place).volumeCapacity());
            }
        }
    }

    private void priceOrders(double[] cost, double[] limit) {
        for (int i = 0; i < problem.items().size(); i++) {
            PlannedItem item = problem.items().get(i);
            for (int slot = 0; slot < item.slots(); slot++) {
                if (orderColumns[i][slot] != NONE) {
                    double limitOfOne = noneIfEndless(item.rules(slot).maxUnits());
                    double largest = Math.min(limitOfOne, problem.capacityPerDay(item, slot));
                    cost[orderColumns[i][slot]] = lowestCost(item, slot, largest);
                    limit[orderColumns[i][slot]] = limitOfOne;
                }
            }
            for (int day = 0; day < days; day++) {
                cost[lostColumns[i][day]] = item.costs().lostSale();
                limit[lostColumns[i][day]] = item.demand()[day];
            }
        }
    }

    /** No order costs less a unit: the lowest price tier that it can reach, and its cost spread. */
    private static double lowestCost(PlannedItem item, int slot, double largest) {
        double share = largest > 0 ? item.orderCost(slot) / largest : 0;
        return item.costs().unit() * item.rules(slot).prices().lowest(largest) + share;
    }

    private static double noneIfEndless(long units) {
        return units == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : units;
    }

    private double[][] prices(int[][] rowsOf, PlainSolution solution) {
        double[][] prices = read(rowsOf, solution.duals());
        for (double[] byDay : prices) {
            for (int day = 0; day < byDay.length; day++) {
                byDay[day] = Math.max(0, -byDay[day]);
            }
        }
        return prices;
    }

    private double[][] read(int[][] indexes, double[] values) {
        double[][] read = new double[indexes.length][];
        for (int i = 0; i < indexes.length; i++) {
            read[i] = new double[indexes[i].length];
            for (int day = 0; day < read[i].length; day++) {
                read[i][day] = indexes[i][day] == NONE ? 0 : values[indexes[i][day]];
            }
        }
        return read;
    }

    private int[][] columns(int count) {
        int[][] columns = new int[count][days];
        for (int[] ofOne : columns) {
            Arrays.fill(ofOne, NONE);
        }
        return columns;
    }

    /** The rows of both matrices and their right hand side, written together. */
    private static final class Rows {
        private final SparseMatrix.Builder arrivals;
        private final SparseMatrix.Builder balance;
        private double[] demand = new double[64];
        private int count;

        private Rows(SparseMatrix.Builder arrivals, SparseMatrix.Builder balance) {
            this.arrivals = arrivals;
            this.balance = balance;
        }

        private SparseMatrix.Builder arrivals() {
            return arrivals;
        }

        private SparseMatrix.Builder balance() {
            return balance;
        }

        /** Closes the row; returns its number. */
        private int end(double rightHandSide) {
            arrivals.endRow();
            balance.endRow();
            if (count == demand.length) {
                demand = Arrays.copyOf(demand, count * 2);
            }
            demand[count] = rightHandSide;
            return count++;
        }

        private double[] demand() {
            return Arrays.copyOf(demand, count);
        }
    }
}
