package io.quartermaster.pipelines.network;

import io.quartermaster.domain.network.FreightRate;
import io.quartermaster.domain.network.PlantNetwork;
import io.quartermaster.domain.network.ShippingOrder;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Orders, plants and freight as the seven tables of the Supply Chain Logistics data (Kalganova and
 * Dzalbs, Brunel University 2019): {@code OrderList, WhCapacities, WhCosts, ProductsPerPlant,
 * VmiCustomers, PlantPorts, FreightRates}, each {@code .csv}.
 */
public final class LogisticsFolder {

    /** Service of orders whose freight the customer sees to. */
    private static final String OWN_FREIGHT = "CRF";

    private LogisticsFolder() {}

    /**
     * Reads plants, ports and freight.
     *
     * @throws IllegalArgumentException when a table is missing or a line is wrong
     */
    public static PlantNetwork network(Path folder) throws IOException {
        Map<String, Integer> limits = limits(folder.resolve("WhCapacities.csv"));
        Map<String, Double> costs = costs(folder.resolve("WhCosts.csv"));
        Map<String, Set<String>> products =
                pairs(folder.resolve("ProductsPerPlant.csv"), "Plant Code", "Product ID");
        Map<String, Set<String>> customers =
                pairs(folder.resolve("VmiCustomers.csv"), "Plant Code", "Customers");
        Map<String, Set<String>> ports =
                pairs(folder.resolve("PlantPorts.csv"), "Plant Code", "Port");
        Map<String, PlantNetwork.Plant> plants = new TreeMap<>();
        limits.forEach(
                (plant, limit) ->
                        plants.put(
                                plant,
                                new PlantNetwork.Plant(
                                        limit,
                                        cost(plant, costs),
                                        products.getOrDefault(plant, Set.of()),
                                        customers.getOrDefault(plant, Set.of()),
                                        ports.getOrDefault(plant, Set.of()))));
        return new PlantNetwork(plants, rates(folder.resolve("FreightRates.csv")), OWN_FREIGHT);
    }

    private static double cost(String plant, Map<String, Double> costs) {
        Double cost = costs.get(plant);
        if (cost == null) {
            throw new IllegalArgumentException(
                    "The plant (%s) of WhCapacities.csv is not in WhCosts.csv.\nMaybe its row is missing there."
                            .formatted(plant));
        }
        return cost;
    }

    private static Map<String, Integer> limits(Path file) throws IOException {
        Map<String, Integer> limits = new TreeMap<>();
        try (CsvTable table = CsvTable.open(file, "Plant ID", "Daily Capacity")) {
            while (table.next()) {
                double limit = FacilityFolder.amount(table, "Daily Capacity");
                if (limit != Math.rint(limit) || limit > Integer.MAX_VALUE) {
                    throw table.wrong(
                            "Its Daily Capacity (%s) is no whole number of orders."
                                    .formatted(limit));
                }
                put(table, "Plant ID", (int) limit, limits);
            }
        }
        return limits;
    }

    private static Map<String, Double> costs(Path file) throws IOException {
        Map<String, Double> costs = new TreeMap<>();
        try (CsvTable table = CsvTable.open(file, "WH", "Cost/unit")) {
            while (table.next()) {
                put(table, "WH", FacilityFolder.amount(table, "Cost/unit"), costs);
            }
        }
        return costs;
    }

    private static <T> void put(CsvTable table, String column, T value, Map<String, T> values) {
        String name = table.name(column).strip();
        if (values.putIfAbsent(name, value) != null) {
            throw table.wrong("Its %s (%s) stands twice.".formatted(column, name));
        }
    }

    private static Map<String, Set<String>> pairs(Path file, String first, String second)
            throws IOException {
        Map<String, Set<String>> pairs = new TreeMap<>();
        try (CsvTable table = CsvTable.open(file, first, second)) {
            while (table.next()) {
                pairs.computeIfAbsent(table.name(first).strip(), name -> new HashSet<>())
                        .add(table.name(second).strip());
            }
        }
        return pairs;
    }

    private static List<FreightRate> rates(Path file) throws IOException {
        List<FreightRate> rates = new ArrayList<>();
        try (CsvTable table =
                CsvTable.open(
                        file,
                        "Carrier",
                        "orig_port_cd",
                        "dest_port_cd",
                        "minm_wgh_qty",
                        "max_wgh_qty",
                        "svc_cd",
                        "minimum cost",
                        "rate",
                        "mode_dsc",
                        "tpt_day_cnt")) {
            while (table.next()) {
                rates.add(rate(table));
            }
        }
        return rates;
    }

    private static FreightRate rate(CsvTable table) {
        double least = FacilityFolder.amount(table, "minm_wgh_qty");
        double most = FacilityFolder.amount(table, "max_wgh_qty");
        if (most < least) {
            throw table.wrong("Its band of weight (%s to %s) falls.".formatted(least, most));
        }
        return new FreightRate(
                table.name("Carrier").strip(),
                table.name("orig_port_cd").strip(),
                table.name("dest_port_cd").strip(),
                table.name("svc_cd").strip(),
                table.text("mode_dsc").strip(),
                least,
                most,
                FacilityFolder.amount(table, "minimum cost"),
                FacilityFolder.amount(table, "rate"),
                (int) FacilityFolder.amount(table, "tpt_day_cnt"));
    }

    /**
     * Reads the orders.
     *
     * @throws IllegalArgumentException when the table is missing, a line is wrong, or an order
     *     stands twice
     */
    public static List<ShippingOrder> orders(Path folder) throws IOException {
        List<ShippingOrder> orders = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CsvTable table =
                CsvTable.open(
                        folder.resolve("OrderList.csv"),
                        "Order ID",
                        "Order Date",
                        "Customer",
                        "Product ID",
                        "Destination Port",
                        "Service Level",
                        "Unit quantity",
                        "Weight")) {
            while (table.next()) {
                String id = table.name("Order ID").strip();
                if (!seen.add(id)) {
                    throw table.wrong("Its order (%s) stands twice.".formatted(id));
                }
                orders.add(
                        new ShippingOrder(
                                id,
                                table.name("Order Date").strip(),
                                table.name("Customer").strip(),
                                table.name("Product ID").strip(),
                                table.name("Destination Port").strip(),
                                table.name("Service Level").strip(),
                                FacilityFolder.amount(table, "Unit quantity"),
                                FacilityFolder.amount(table, "Weight")));
            }
        }
        return orders;
    }
}
