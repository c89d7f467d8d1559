package io.quartermaster.pipelines.network;

import io.quartermaster.domain.network.FacilityProblem;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facility location as a folder of CSV tables: {@code places.csv} (place, fixed_cost, capacity,
 * empty for no limit), {@code customers.csv} (customer, demand) and {@code costs.csv} (place,
 * customer, unit_cost). A place without a row of costs does not serve the customer.
 */
public final class FacilityFolder {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final Map<String, Integer> placeNumbers = new LinkedHashMap<>();
    private final Map<String, Integer> customerNumbers = new LinkedHashMap<>();
    private final List<FacilityProblem.Place> places = new ArrayList<>();
    private final List<FacilityProblem.Customer> customers = new ArrayList<>();

    private FacilityFolder() {}

    /**
     * Reads a problem.
     *
     * @throws IllegalArgumentException when a table is missing or a line is wrong
     */
    public static FacilityProblem read(Path folder, boolean singleSource) throws IOException {
        FacilityFolder tables = new FacilityFolder();
        tables.places(folder.resolve("places.csv"));
        tables.customers(folder.resolve("customers.csv"));
        double[][] costs = tables.costs(folder.resolve("costs.csv"));
        return new FacilityProblem(tables.places, tables.customers, costs, singleSource);
    }

    private void places(Path file) throws IOException {
        try (CsvTable table = CsvTable.open(file, "place", "fixed_cost", "capacity")) {
            while (table.next()) {
                String name = table.name("place").strip();
                add(table, "place", name, placeNumbers);
                double capacity =
                        table.text("capacity").isBlank() ? NONE : amount(table, "capacity");
                places.add(new FacilityProblem.Place(name, capacity, amount(table, "fixed_cost")));
            }
        }
        requireSome(file, places.size(), "place");
    }

    private void customers(Path file) throws IOException {
        try (CsvTable table = CsvTable.open(file, "customer", "demand")) {
            while (table.next()) {
                String name = table.name("customer").strip();
                add(table, "customer", name, customerNumbers);
                customers.add(new FacilityProblem.Customer(name, amount(table, "demand")));
            }
        }
        requireSome(file, customers.size(), "customer");
    }

    private double[][] costs(Path file) throws IOException {
        double[][] costs = new double[customers.size()][places.size()];
        for (double[] ofCustomer : costs) {
            Arrays.fill(ofCustomer, NONE);
        }
        try (CsvTable table = CsvTable.open(file, "place", "customer", "unit_cost")) {
            while (table.next()) {
                int place = number(table, "place", placeNumbers);
                int customer = number(table, "customer", customerNumbers);
                if (costs[customer][place] < NONE) {
                    throw table.wrong(
                            "The cost from place (%s) to customer (%s) stands twice."
                                    .formatted(table.text("place"), table.text("customer")));
                }
                costs[customer][place] =
                        amount(table, "unit_cost") * customers.get(customer).demand();
            }
        }
        return costs;
    }

    private static void requireSome(Path file, int rows, String what) {
        if (rows == 0) {
            throw new IllegalArgumentException(
                    "The file (%s) names no %s.\nMaybe only its header was written."
                            .formatted(file, what));
        }
    }

    private static void add(
            CsvTable table, String what, String name, Map<String, Integer> numbers) {
        if (numbers.putIfAbsent(name, numbers.size()) != null) {
            throw table.wrong("Its %s (%s) stands twice.".formatted(what, name));
        }
    }

    private static int number(CsvTable table, String column, Map<String, Integer> numbers) {
        String name = table.name(column).strip();
        Integer number = numbers.get(name);
        if (number == null) {
            throw table.wrong("Its %s (%s) is not in %ss.csv.".formatted(column, name, column));
        }
        return number;
    }

    static double amount(CsvTable table, String column) {
        double number = table.number(column);
        if (number < 0) {
            throw table.wrong("Its %s (%s) is negative.".formatted(column, number));
        }
        return number;
    }
}
