package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StoragePlace;
import io.quartermaster.domain.replenishment.policy.Newsvendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A planning folder's tables as problems: one per supplier, or one for all where a place's volume
 * is limited and so shared. Missing optional cells: order cost 0, pack 1, no smallest or largest
 * order, no largest stock, volume 1, lead time 0 for certain, service level 0.95, order day every
 * day, no capacity limit. docs/planning.md lists every table and column with its unit. Demand's
 * deviation of a day comes from the column {@code q0.9}, else it is the root of the mean; days are
 * taken as independent. The item's column {@code price_tiers} holds the share of its unit cost by
 * the size of an order.
 */
public final class PlanFolder {

    private static final double DEFAULT_SERVICE_LEVEL = 0.95;
    private static final String[] UNSUPPORTED_TABLES = {
        "transshipment.csv", "offers.csv", "budget.csv"
    };
    private static final String[] UNSUPPORTED_COLUMNS = {"backorder_cost", "shelf_life_days"};

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

    private record Supplier(double capacityPerDay, int orderEveryDays) {}

    /** A problem and the supplier of each of its items. */
    public record Group(ReplenishmentProblem problem, List<String> suppliers) {
        public Group {
            suppliers = List.copyOf(suppliers);
        }
    }

    private PlanFolder(Path folder, boolean safetyStock, boolean endStock) {
        this.folder = folder;
        this.safetyStock = safetyStock;
        this.endStock = endStock;
    }

    /**
     * Reads the folder.
     *
     * @param safetyStock whether stock below the safety stock costs
     * @param endStock whether stock below what the days after the horizon ask for costs
     * @throws IllegalArgumentException when a table is missing or a value is not possible
     */
    public static List<Group> read(Path folder, boolean safetyStock, boolean endStock) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The input (%s) is not a folder.\nMaybe check its path.".formatted(folder));
        }
        PlanFolder tables = new PlanFolder(folder, safetyStock, endStock);
        tables.refuseUnsupportedTables();
        tables.readSuppliers();
        tables.readPlaces();
        tables.readItems();
        tables.readDemand();
        tables.readStock();
        tables.readOpenOrders();
        return tables.groups();
    }

    private void refuseUnsupportedTables() {
        for (String name : UNSUPPORTED_TABLES) {
            if (!PlanTable.optional(folder, name).isEmpty()) {
                throw new IllegalArgumentException(
                        "The table (%s) is not supported yet.\nMaybe plan without it: take it out of the folder (%s)."
                                .formatted(name, folder));
            }
        }
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
            for (String column : UNSUPPORTED_COLUMNS) {
                itemTable
                        .optionalText(row, column)
                        .ifPresent(
                                value -> {
                                    throw itemTable.problem(
                                            row, column, value, "is not supported yet");
                                });
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
            onHand.merge(key(table, row), table.amount(row, "on_hand"), Double::sum);
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
        boolean shared = places.stream().anyMatch(place -> place.volumeCapacity() < 1e300);
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
        Map<String, Integer> pools = new LinkedHashMap<>();
        List<CapacityPool> capacities = new ArrayList<>();
        List<PlannedItem> planned = new ArrayList<>();
        List<String> suppliersOfItems = new ArrayList<>();
        for (String key : keys) {
            String supplier = supplierOf(key);
            if (!pools.containsKey(supplier)) {
                pools.put(supplier, capacities.size());
                capacities.add(
                        new CapacityPool(supplier, suppliers.get(supplier).capacityPerDay()));
            }
            planned.add(item(key, pools.get(supplier)));
            suppliersOfItems.add(supplier);
        }
        return new Group(
                new ReplenishmentProblem(days, planned, capacities, places), suppliersOfItems);
    }

    private PlannedItem item(String key, int pool) {
        String[] itemAndPlace = key.split("\n", 2);
        NamedCsvRecord row = items.get(itemAndPlace[0]);
        Supplier supplier = suppliers.get(itemTable.text(row, "supplier"));
        double[][] meanAndDeviation = demand.getOrDefault(key, new double[2][days]);
        int lead = (int) itemTable.whole(row, "lead_time_days", 0, 0);
        double level = itemTable.amount(row, "service_level", DEFAULT_SERVICE_LEVEL);
        if (!(level > 0 && level < 1)) {
            throw itemTable.problem(
                    row, "service_level", Double.toString(level), "must lie between 0 and 1");
        }
        double leadTimeDeviation = itemTable.amount(row, "lead_time_sd_days", 0);
        SafetyStock safety =
                safetyStock(
                        meanAndDeviation,
                        lead + supplier.orderEveryDays(),
                        level,
                        leadTimeDeviation);
        double expected = mean(meanAndDeviation[0]) * (lead + supplier.orderEveryDays());
        return new PlannedItem(
                itemAndPlace[0],
                placeIndexes.get(itemAndPlace[1]),
                costs(row, level, lead + supplier.orderEveryDays()),
                rules(row, lead, supplier.orderEveryDays(), pool),
                onHand.getOrDefault(key, 0.0),
                arriving.getOrDefault(key, new double[days]),
                meanAndDeviation[0],
                safety,
                endStock ? expected + safety.units() : 0,
                itemTable.amount(row, "max_stock", Double.POSITIVE_INFINITY),
                itemTable.amount(row, "unit_volume", 1),
                "supplier " + itemTable.text(row, "supplier"));
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
                endStock ? unit + holding * riskDays : 0);
    }

    private OrderRules rules(NamedCsvRecord row, int lead, int orderEveryDays, int pool) {
        boolean[] orderDays = new boolean[days];
        for (int day = 0; day < days; day += orderEveryDays) {
            orderDays[day] = true;
        }
        return new OrderRules(
                lead,
                itemTable.whole(row, "pack", 1, 1),
                itemTable.whole(row, "min_order", 0, 0),
                itemTable.whole(row, "max_order", 0, Long.MAX_VALUE),
                orderDays,
                pool,
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
