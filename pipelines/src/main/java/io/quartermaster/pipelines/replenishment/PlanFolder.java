package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
 * and column with its unit. The item's column {@code price_tiers} holds the share of its unit cost
 * by the size of an order.
 */
public final class PlanFolder {

    private final Path folder;
    private final boolean safetyStock;
    private final boolean endStock;
    private final Map<String, Supplier> suppliers = new TreeMap<>();
    private final Map<String, Integer> placeIndexes = new LinkedHashMap<>();
    private final List<StoragePlace> places = new ArrayList<>();
    private final Map<String, NamedCsvRecord> items = new TreeMap<>();
    private PlanTable itemTable;
    private PlanSeries series;
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
        tables.series =
                PlanSeries.read(folder, tables.items.keySet(), tables.placeIndexes.keySet());
        tables.days = tables.series.days();
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

    private List<Group> groups() {
        boolean shared =
                places.stream().anyMatch(place -> place.volumeCapacity() < 1e300)
                        || !money.isEmpty()
                        || !offers.isEmpty();
        Map<String, List<PlanSeries.Key>> keysByGroup = new TreeMap<>();
        for (PlanSeries.Key key : series.keys()) {
            String supplier = supplierOf(key);
            keysByGroup
                    .computeIfAbsent(shared ? "" : supplier, group -> new ArrayList<>())
                    .add(key);
        }
        return keysByGroup.values().stream().map(this::group).toList();
    }

    private String supplierOf(PlanSeries.Key key) {
        return itemTable.text(items.get(key.item()), "supplier");
    }

    private Group group(List<PlanSeries.Key> keys) {
        Pools pools = new Pools();
        List<PlannedItem> planned = new ArrayList<>();
        List<String> suppliersOfItems = new ArrayList<>();
        for (PlanSeries.Key key : keys) {
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

    private PlannedItem item(PlanSeries.Key key, Pools pools) {
        PlanItemRow row = new PlanItemRow(itemTable, items.get(key.item()), safetyStock, endStock);
        String supplier = supplierOf(key);
        double[][] demand = series.demand(key);
        int riskDays = row.leadTimeDays() + suppliers.get(supplier).orderEveryDays();
        SafetyStock safety = row.safetyStock(demand, riskDays);
        ItemCosts costs = row.costs(riskDays);
        OrderRules own = row.rules(pools.route(supplier));
        PlannedItem item =
                new PlannedItem(
                        key.item(),
                        placeIndexes.get(key.place()),
                        costs,
                        own,
                        series.onHand(key),
                        series.arriving(key),
                        demand[0],
                        safety,
                        row.endStock(demand, riskDays, safety),
                        row.maxStock(),
                        row.unitVolume(),
                        "supplier " + supplier,
                        offers.bound(key.item(), supplier, costs.unit(), own, pools::route),
                        row.shelfLifeDays());
        return item.withoutWhatExpires();
    }
}
