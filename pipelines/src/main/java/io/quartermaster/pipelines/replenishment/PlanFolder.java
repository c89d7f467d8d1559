package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.MoneyLimit;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlanRule;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StoragePlace;
import io.quartermaster.domain.replenishment.TransferRoute;
import io.quartermaster.domain.replenishment.policy.Newsvendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A planning folder's tables as problems: one per supplier, or one for all where a place's volume
 * is limited, or money is, or an item has further offers. Missing optional cells: order cost 0,
 * pack 1, no smallest or largest order, no largest stock, volume 1, lead time 0 for certain,
 * service level 0.95, order day every day, no capacity limit. docs/planning.md lists every table
 * and column with its unit. Demand's deviation of a day comes from the column {@code q0.9}, else it
 * is the root of the mean; days are taken as independent. The item's column {@code price_tiers}
 * holds the share of its unit cost by the size of an order.
 */
public final class PlanFolder {

    private static final double DEFAULT_SERVICE_LEVEL = 0.95;

    private final Path folder;
    private final boolean safetyStock;
    private final boolean endStock;
    private final Map<String, Supplier> suppliers = new TreeMap<>();
    private final Map<String, Integer> placeIndexes = new LinkedHashMap<>();
    private final List<StoragePlace> places = new ArrayList<>();
    private final Map<String, NamedCsvRecord> items = new TreeMap<>();
    private final Map<String, Double> onHand = new TreeMap<>();
    private final Map<String, double[]> arriving = new TreeMap<>();
    private final Map<String, double[][]> demand = new TreeMap<>();
    private PlanTable itemTable;
    private int days;
    private PlanOffers offers;
    private List<MoneyLimit> money;
    private List<TransferRoute> routes;
    private final Set<PlanRule> without;

    private record Supplier(double capacityPerDay, int orderEveryDays) {}

    /** A problem and the supplier of each of its items. */
    public record Group(ReplenishmentProblem problem, List<String> suppliers) {
        public Group {
            suppliers = List.copyOf(suppliers);
        }
    }

    private PlanFolder(Path folder, boolean safetyStock, boolean endStock, Set<PlanRule> without) {
        this.folder = folder;
        this.without = Set.copyOf(without);
        this.safetyStock = safetyStock;
        this.endStock = endStock;
    }

    /**
     * Reads the folder.
     *
     * @param safetyStock whether stock below the safety stock costs
     * @param endStock whether stock below what the days after the horizon ask for costs
     * @param without rules that are switched off
     * @throws IllegalArgumentException when a table is missing or a value is not possible
     */
    public static List<Group> read(
            Path folder, boolean safetyStock, boolean endStock, Set<PlanRule> without) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The input (%s) is not a folder.\nMaybe check its path.".formatted(folder));
        }
        PlanFolder tables = new PlanFolder(folder, safetyStock, endStock, without);
        tables.readSuppliers();
        tables.readPlaces();
        tables.readItems();
        tables.readDemand();
        tables.readStock();
        tables.readOpenOrders();
        tables.readOffers();
        tables.money = PlanMoney.read(folder, tables.days, tables.itemTable);
        tables.routes = PlanRoutes.read(folder, tables.placeIndexes);
        return tables.groups();
    }

    private void readSuppliers() {
        PlanTable table = PlanTable.required(folder, "suppliers.csv", "supplier");
        for (NamedCsvRecord row : table.rows()) {
            Supplier supplier =
                    new Supplier(
                            table.amount(row, "capacity_per_day", Double.POSITIVE_INFINITY),
                            (int) table.whole(row, "order_every_days", 1, 1));
            if (suppliers.put(table.text(row, "supplier"), supplier) != null) {
                throw table.problem(
                        row, "supplier", table.text(row, "supplier"), "stands there twice");
            }
        }
    }

    private void readPlaces() {
        PlanTable table = PlanTable.required(folder, "places.csv", "place");
        for (NamedCsvRecord row : table.rows()) {
            String place = table.text(row, "place");
            if (placeIndexes.put(place, places.size()) != null) {
                throw table.problem(row, "place", place, "stands there twice");
            }
            places.add(
                    new StoragePlace(
                            place, table.amount(row, "volume_capacity", Double.POSITIVE_INFINITY)));
        }
    }

    private void readItems() {
        itemTable =
                PlanTable.required(
                        folder,
                        "items.csv",
                        "item",
                        "supplier",
                        "unit_cost",
                        "holding_cost_per_day",
                        "lost_sale_cost");
        for (NamedCsvRecord row : itemTable.rows()) {
            String item = itemTable.text(row, "item");
            if (items.put(item, row) != null) {
                throw itemTable.problem(row, "item", item, "stands there twice");
            }
            String supplier = itemTable.text(row, "supplier");
            if (!suppliers.containsKey(supplier)) {
                throw itemTable.problem(row, "supplier", supplier, "is not in suppliers.csv");
            }
        }
    }

    private void readDemand() {
        PlanTable table = PlanTable.required(folder, "demand.csv", "item", "place", "day", "mean");
        for (NamedCsvRecord row : table.rows()) {
            days = Math.max(days, (int) table.whole(row, "day", 0) + 1);
        }
        for (NamedCsvRecord row : table.rows()) {
            double[][] of = demand.computeIfAbsent(key(table, row), key -> new double[2][days]);
            int day = (int) table.whole(row, "day", 0);
            double mean = table.amount(row, "mean");
            double upper = table.amount(row, "q0.9", Double.NaN);
            of[0][day] = mean;
            of[1][day] =
                    Double.isNaN(upper)
                            ? Math.sqrt(mean)
                            : Math.max(0, upper - mean) / StandardNormal.quantile(0.9);
        }
    }

    private void readStock() {
        PlanTable table = PlanTable.optional(folder, "stock.csv", "item", "place", "on_hand");
        for (NamedCsvRecord row : table.rows()) {
            String key = key(table, row);
            double reserved = table.amount(row, "reserved", 0);
            onHand.merge(key, table.amount(row, "on_hand") - reserved, Double::sum);
            if (onHand.get(key) < 0) {
                throw table.problem(
                        row, "reserved", String.valueOf(reserved), "is above the stock on hand");
            }
        }
    }

    private void readOpenOrders() {
        PlanTable table =
                PlanTable.optional(
                        folder, "open_orders.csv", "item", "place", "arrival_day", "quantity");
        for (NamedCsvRecord row : table.rows()) {
            double[] of = arriving.computeIfAbsent(key(table, row), key -> new double[days]);
            long day = table.whole(row, "arrival_day", 0);
            double quantity = table.amount(row, "quantity");
            if (day < days) {
                of[(int) day] += quantity;
            }
        }
    }

    private void readOffers() {
        offers =
                PlanOffers.read(
                        folder,
                        days,
                        (table, row) -> {
                            String item = table.text(row, "item");
                            String supplier = table.text(row, "supplier");
                            if (!items.containsKey(item)) {
                                throw table.problem(row, "item", item, "is not in items.csv");
                            }
                            if (!suppliers.containsKey(supplier)) {
                                throw table.problem(
                                        row, "supplier", supplier, "is not in suppliers.csv");
                            }
                            if (itemTable.amount(items.get(item), "unit_cost") == 0) {
                                throw table.problem(
                                        row, "item", item, "has no unit cost in items.csv");
                            }
                        });
    }

    private String key(PlanTable table, NamedCsvRecord row) {
        String item = table.text(row, "item");
        String place = table.text(row, "place");
        if (!items.containsKey(item)) {
            throw table.problem(row, "item", item, "is not in items.csv");
        }
        if (!placeIndexes.containsKey(place)) {
            throw table.problem(row, "place", place, "is not in places.csv");
        }
        return item + "\n" + place;
    }

    private List<Group> groups() {
        boolean shared =
                places.stream().anyMatch(place -> place.volumeCapacity() < 1e300)
                        || !money.isEmpty()
                        || !offers.isEmpty();
        Map<String, List<String>> keysByGroup = new TreeMap<>();
        for (String key : allKeys()) {
            String supplier = supplierOf(key);
            keysByGroup
                    .computeIfAbsent(shared ? "" : supplier, group -> new ArrayList<>())
                    .add(key);
        }
        return keysByGroup.values().stream().map(this::group).toList();
    }

    /** Every item and place with demand, stock or an open order. */
    private Iterable<String> allKeys() {
        Map<String, Boolean> all = new TreeMap<>();
        demand.keySet().forEach(key -> all.put(key, true));
        onHand.keySet().forEach(key -> all.put(key, true));
        arriving.keySet().forEach(key -> all.put(key, true));
        return all.keySet();
    }

    private String supplierOf(String key) {
        return itemTable.text(items.get(key.split("\n", 2)[0]), "supplier");
    }

    private Group group(List<String> keys) {
        Pools pools = new Pools();
        List<PlannedItem> planned = new ArrayList<>();
        List<String> suppliersOfItems = new ArrayList<>();
        for (String key : keys) {
            planned.add(item(key, pools));
            suppliersOfItems.add(supplierOf(key));
        }
        return new Group(
                PlanRule.without(
                        new ReplenishmentProblem(
                                days, planned, pools.capacities, places, money, routes),
                        without),
                suppliersOfItems);
    }

    /** The suppliers' capacities of a group, each once. */
    private final class Pools {
        private final Map<String, Integer> indexes = new LinkedHashMap<>();
        private final List<CapacityPool> capacities = new ArrayList<>();

        PlanOffers.Route route(String supplier) {
            Supplier of = suppliers.get(supplier);
            int pool =
                    indexes.computeIfAbsent(
                            supplier,
                            name -> {
                                capacities.add(new CapacityPool(name, of.capacityPerDay()));
                                return capacities.size() - 1;
                            });
            boolean[] orderDays = new boolean[days];
            for (int day = 0; day < days; day += of.orderEveryDays()) {
                orderDays[day] = true;
            }
            return new PlanOffers.Route(pool, orderDays);
        }
    }

    private PlannedItem item(String key, Pools pools) {
        String[] itemAndPlace = key.split("\n", 2);
        NamedCsvRecord row = items.get(itemAndPlace[0]);
        String supplier = itemTable.text(row, "supplier");
        int every = suppliers.get(supplier).orderEveryDays();
        double[][] meanAndDeviation = demand.getOrDefault(key, new double[2][days]);
        int lead = (int) itemTable.whole(row, "lead_time_days", 0, 0);
        double level = itemTable.amount(row, "service_level", DEFAULT_SERVICE_LEVEL);
        if (!(level > 0 && level < 1)) {
            throw itemTable.problem(
                    row, "service_level", Double.toString(level), "must lie between 0 and 1");
        }
        double leadTimeDeviation = itemTable.amount(row, "lead_time_sd_days", 0);
        SafetyStock safety = safetyStock(meanAndDeviation, lead + every, level, leadTimeDeviation);
        double expected = mean(meanAndDeviation[0]) * (lead + every);
        OrderRules own = rules(row, lead, pools.route(supplier));
        ItemCosts costs = costs(row, level, lead + every);
        PlannedItem item =
                new PlannedItem(
                        itemAndPlace[0],
                        placeIndexes.get(itemAndPlace[1]),
                        costs,
                        own,
                        onHand.getOrDefault(key, 0.0),
                        arriving.getOrDefault(key, new double[days]),
                        meanAndDeviation[0],
                        safety,
                        endStock ? expected + safety.units() : 0,
                        itemTable.amount(row, "max_stock", Double.POSITIVE_INFINITY),
                        itemTable.amount(row, "unit_volume", 1),
                        "supplier " + supplier,
                        offers.bound(itemAndPlace[0], supplier, costs.unit(), own, pools::route),
                        (int) itemTable.whole(row, "shelf_life_days", 1, 0));
        return item.withoutWhatExpires();
    }

    private SafetyStock safetyStock(
            double[][] meanAndDeviation, int riskDays, double level, double leadTimeDeviation) {
        if (!safetyStock) {
            return SafetyStock.NONE;
        }
        int steps = Math.min(riskDays, days);
        double perDay = mean(meanAndDeviation[0]);
        double variance = Math.pow(perDay * leadTimeDeviation, 2);
        double sum = 0;
        for (int day = 0; day < steps; day++) {
            sum += meanAndDeviation[0][day];
            variance += meanAndDeviation[1][day] * meanAndDeviation[1][day];
        }
        double[] median = new double[steps];
        double[] upper = new double[steps];
        median[steps - 1] = sum;
        upper[steps - 1] = sum + StandardNormal.quantile(0.9) * Math.sqrt(variance);
        return SafetyStock.of(median, upper, riskDays, level);
    }

    private ItemCosts costs(NamedCsvRecord row, double level, int riskDays) {
        double unit = itemTable.amount(row, "unit_cost");
        double holding = itemTable.amount(row, "holding_cost_per_day");
        return new ItemCosts(
                unit,
                itemTable.amount(row, "order_cost", 0),
                holding,
                itemTable.amount(row, "lost_sale_cost"),
                safetyStock ? Newsvendor.shortfallCost(holding, level) : 0,
                endStock ? unit + holding * riskDays : 0,
                itemTable.amount(row, "backorder_cost", Double.POSITIVE_INFINITY));
    }

    private OrderRules rules(NamedCsvRecord row, int lead, PlanOffers.Route route) {
        return new OrderRules(
                lead,
                itemTable.whole(row, "pack", 1, 1),
                itemTable.whole(row, "min_order", 0, 0),
                itemTable.whole(row, "max_order", 0, Long.MAX_VALUE),
                route.orderDays(),
                route.pool(),
                itemTable.tiers(row, "price_tiers"));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
