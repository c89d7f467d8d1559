package io.quartermaster.benchmarks;

import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.TransferRoute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All items of a problem in one mixed integer programme, as one who has a solver writes it: by item
 * and day packs, whether there is an order, stock at the day's end and lost demand, and by way what
 * is moved between places. It knows the core costs and rules only: no safety stock, price breaks,
 * budgets, back-orders.
 */
final class OneModel {

    private static final int KINDS = 4;
    private static final double MOST_MOVED = 1e6;

    private final ReplenishmentProblem problem;
    private final int days;
    private final List<IntegerProgramme.Row> rows = new ArrayList<>();
    private final double[] cost;
    private final double[] upper;
    private final boolean[] whole;
    private final List<Way> ways;

    /** What is moved of an item on a route. */
    private record Way(int from, int to, TransferRoute route) {}

    private OneModel(ReplenishmentProblem problem) {
        this.problem = problem;
        this.days = problem.horizonDays();
        this.ways = ways(problem);
        int columns = (problem.items().size() * KINDS + ways.size()) * days;
        this.cost = new double[columns];
        this.upper = new double[columns];
        this.whole = new boolean[columns];
    }

    static IntegerProgramme of(ReplenishmentProblem problem) {
        OneModel model = new OneModel(problem);
        for (int item = 0; item < problem.items().size(); item++) {
            model.addItem(item);
        }
        for (int way = 0; way < model.ways.size(); way++) {
            model.addWay(way);
        }
        model.addCapacities();
        model.addVolumes();
        return new IntegerProgramme(
                model.cost, new double[model.cost.length], model.upper, model.whole, model.rows);
    }

    private static List<Way> ways(ReplenishmentProblem problem) {
        List<Way> ways = new ArrayList<>();
        for (TransferRoute route : problem.routes()) {
            for (int from = 0; from < problem.items().size(); from++) {
                for (int to = 0; to < problem.items().size(); to++) {
                    PlannedItem giver = problem.items().get(from);
                    PlannedItem taker = problem.items().get(to);
                    if (giver.place() == route.from()
                            && taker.place() == route.to()
                            && giver.item().equals(taker.item())) {
                        ways.add(new Way(from, to, route));
                    }
                }
            }
        }
        return ways;
    }

    private int moved(int way, int day) {
        return (problem.items().size() * KINDS + way) * days + day;
    }

    private void addWay(int way) {
        TransferRoute route = ways.get(way).route();
        for (int day = 0; day < days; day++) {
            int column = moved(way, day);
            cost[column] = route.unitCost();
            whole[column] = true;
            upper[column] = day + route.days() < days ? MOST_MOVED : 0;
        }
    }

    private int column(int item, int day, int kind) {
        return (item * days + day) * KINDS + kind;
    }

    private void addItem(int index) {
        PlannedItem item = problem.items().get(index);
        OrderRules rules = item.rules();
        double total = Arrays.stream(item.demand()).sum();
        for (int day = 0; day < days; day++) {
            double capacity = problem.capacityPerDay(item, day);
            double most = Math.min(capacity, total + rules.smallestOrder());
            boolean open = item.canOrder(day);
            set(index, day, 0, item.costs().unit() * rules.packUnits(), open ? most : 0);
            upper[column(index, day, 0)] = open ? Math.ceil(most / rules.packUnits()) : 0;
            set(index, day, 1, item.costs().order(), open ? 1 : 0);
            set(index, day, 2, item.costs().holdingPerDay(), item.maxStock());
            set(index, day, 3, item.costs().lostSale(), item.demand()[day]);
            whole[column(index, day, 0)] = true;
            whole[column(index, day, 1)] = true;
            addBalance(index, item, day);
            if (open) {
                addSizes(index, rules, day, most);
            }
        }
    }

    private void set(int item, int day, int kind, double costOfOne, double most) {
        cost[column(item, day, kind)] = costOfOne;
        upper[column(item, day, kind)] = most;
    }

    private void addSizes(int index, OrderRules rules, int day, double most) {
        int[] columns = {column(index, day, 0), column(index, day, 1)};
        double pack = rules.packUnits();
        double least = Math.max(1, rules.minUnits());
        rows.add(row("largest", columns, new double[] {pack, -most}, Double.NEGATIVE_INFINITY, 0));
        rows.add(
                row("smallest", columns, new double[] {pack, -least}, 0, Double.POSITIVE_INFINITY));
    }

    /** Arrivals + stock before + lost - stock after = demand - what arrives anyway. */
    private void addBalance(int index, PlannedItem item, int day) {
        int ordered = day - item.rules().leadTimeDays();
        List<Integer> columns = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        if (ordered >= 0) {
            columns.add(column(index, ordered, 0));
            values.add((double) item.rules().packUnits());
        }
        if (day > 0) {
            columns.add(column(index, day - 1, 2));
            values.add(1.0);
        }
        columns.add(column(index, day, 2));
        values.add(-1.0);
        columns.add(column(index, day, 3));
        values.add(1.0);
        for (int way = 0; way < ways.size(); way++) {
            Way of = ways.get(way);
            if (of.from() == index) {
                columns.add(moved(way, day));
                values.add(-1.0);
            }
            if (of.to() == index && day >= of.route().days()) {
                columns.add(moved(way, day - of.route().days()));
                values.add(1.0);
            }
        }
        double side = item.demand()[day] - item.arriving()[day] - (day == 0 ? item.onHand() : 0);
        rows.add(rising("balance", columns, values, side, side));
    }

    private void addCapacities() {
        for (int pool = 0; pool < problem.pools().size(); pool++) {
            for (int day = 0; day < days; day++) {
                List<Integer> columns = new ArrayList<>();
                List<Double> values = new ArrayList<>();
                for (int i = 0; i < problem.items().size(); i++) {
                    OrderRules rules = problem.items().get(i).rules();
                    if (rules.capacityPool() == pool) {
                        columns.add(column(i, day, 0));
                        values.add((double) rules.packUnits());
                    }
                }
                double limit = problem.pools().get(pool).unitsPerDay();
                rows.add(rising("capacity", columns, values, Double.NEGATIVE_INFINITY, limit));
            }
        }
    }

    private void addVolumes() {
        for (int place = 0; place < problem.places().size(); place++) {
            for (int day = 0; day < days; day++) {
                List<Integer> columns = new ArrayList<>();
                List<Double> values = new ArrayList<>();
                for (int i = 0; i < problem.items().size(); i++) {
                    if (problem.items().get(i).place() == place) {
                        columns.add(column(i, day, 2));
                        values.add(problem.items().get(i).unitVolume());
                    }
                }
                double limit = problem.places().get(place).volumeCapacity();
                rows.add(rising("volume", columns, values, Double.NEGATIVE_INFINITY, limit));
            }
        }
    }

    private static IntegerProgramme.Row rising(
            String name, List<Integer> columns, List<Double> values, double left, double right) {
        return row(
                name,
                columns.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                left,
                right);
    }

    private static IntegerProgramme.Row row(
            String name, int[] columns, double[] values, double left, double right) {
        return new IntegerProgramme.Row(name, columns, values, left, right);
    }
}
