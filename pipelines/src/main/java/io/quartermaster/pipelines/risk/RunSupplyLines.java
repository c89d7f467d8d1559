package io.quartermaster.pipelines.risk;

import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The deliveries of suppliers in a run's tables as order lines, under the names that the job {@code
 * risk} gives to orders under way.
 */
public final class RunSupplyLines {

    private static final String[] COLUMNS = {
        "direction",
        "order_id",
        "item",
        "place",
        "seller",
        "event_time",
        "ordered_units",
        "promised_at",
        "delivered_at"
    };
    private static final List<String> GROUPS =
            List.of("supplier", "brand", "category", "item", "place", "supplier+place");

    private final Map<String, String[]> catalogue = new HashMap<>();
    private final Map<String, Long> announced = new HashMap<>();
    private final List<SupplyLineFile.Row> rows = new ArrayList<>();

    private RunSupplyLines() {}

    /** The columns of the lines. */
    public static SupplyColumns columns() {
        return new SupplyColumns(
                "promised_at", "delivered_at", List.of("event_time"), GROUPS, List.of("units"));
    }

    /**
     * Reads the tables below a run's output folder.
     *
     * @throws IllegalArgumentException when a table is missing or tells no supplier's delivery
     */
    public static SupplyLineFile read(Path run) throws IOException {
        RunSupplyLines lines = new RunSupplyLines();
        RunTables tables = RunTables.of(run, List.of("items", "deliveries"));
        lines.readItems(tables);
        lines.read(tables, false);
        lines.read(tables, true);
        if (lines.rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "The run (%s) tells of no supplier's delivery that was promised and has arrived.\nMaybe train on a table of order lines: train late --input FILE."
                            .formatted(run));
        }
        return new SupplyLineFile(lines.rows);
    }

    /** Rows of an item stand by id, so the last by time is taken. */
    private void readItems(RunTables tables) throws IOException {
        try (CsvTable table =
                tables.open("items", "item", "event_time", "brand", "category", "supplier")) {
            while (table.next()) {
                String[] entry = {
                    table.text("event_time"),
                    table.text("brand"),
                    table.text("category"),
                    table.text("supplier")
                };
                catalogue.merge(
                        table.name("item"),
                        entry,
                        (one, other) -> one[0].compareTo(other[0]) > 0 ? one : other);
            }
        }
    }

    /** First what was announced, then what arrived. */
    private void read(RunTables tables, boolean arrived) throws IOException {
        try (CsvTable table = tables.open("deliveries", COLUMNS)) {
            while (table.next()) {
                boolean isLine =
                        table.text("direction").equals("INBOUND")
                                && !table.text("promised_at").isEmpty()
                                && catalogue.containsKey(table.text("item"))
                                && arrived != table.text("delivered_at").isEmpty();
                if (isLine && arrived) {
                    rows.add(row(table));
                } else if (isLine) {
                    announced.merge(key(table), day(table, "event_time"), Math::min);
                }
            }
        }
    }

    private SupplyLineFile.Row row(CsvTable table) {
        String[] item = catalogue.get(table.text("item"));
        String place = table.text("place");
        String supplier = table.text("seller").isEmpty() ? item[3] : table.text("seller");
        return new SupplyLineFile.Row(
                announced.getOrDefault(key(table), SupplyLineFile.UNKNOWN),
                day(table, "promised_at"),
                day(table, "delivered_at"),
                List.of(
                        supplier,
                        item[1],
                        item[2],
                        table.text("item"),
                        place,
                        supplier + "\n" + place),
                new double[] {table.number("ordered_units")});
    }

    private static String key(CsvTable table) {
        return table.text("order_id") + "|" + table.text("item") + "|" + table.text("place");
    }

    private static long day(CsvTable table, String column) {
        return RunTables.day(table, column).toEpochDay();
    }
}
