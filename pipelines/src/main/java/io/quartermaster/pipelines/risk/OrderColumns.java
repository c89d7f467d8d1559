package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.LateChance;
import io.quartermaster.domain.risk.SupplyLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Gives a model of late lines what it asks of an order under way, by the names of its columns.
 *
 * @param file the model
 * @param names what each of its columns is among {@link #FIELDS}, by its name in lower case
 */
record OrderColumns(LateModelFile file, Map<String, String> names) {

    /** What an order under way tells. */
    static final List<String> FIELDS =
            List.of("supplier", "brand", "category", "item", "place", "units");

    private static final Map<String, String> USUAL =
            Map.of("seller", "supplier", "ordered_units", "units", "quantity", "units");

    /**
     * Checks that an order tells all that the model asks for.
     *
     * @param mapping {@code Vendor=supplier, Country=place}; empty if the columns have these names
     * @throws IllegalArgumentException naming the column that no order tells
     */
    static OrderColumns of(LateModelFile file, String mapping) {
        OrderColumns columns = new OrderColumns(file, parse(mapping));
        for (String group : file.columns().groups()) {
            SupplyColumns.parts(group).forEach(columns::field);
        }
        file.columns().numbers().forEach(columns::requireNumber);
        return columns;
    }

    private static Map<String, String> parse(String mapping) {
        Map<String, String> names = new HashMap<>(USUAL);
        for (String pair : mapping.split(",", -1)) {
            String[] sides = pair.split("=", -1);
            if (pair.isBlank()) {
                continue;
            }
            if (sides.length != 2 || !FIELDS.contains(sides[1].strip())) {
                throw new IllegalArgumentException(
                        "The option %s (%s) must name a column and one of %s.\nMaybe Vendor=supplier, Country=place."
                                .formatted(RiskOptions.LATE_COLUMNS.key(), pair.strip(), FIELDS));
            }
            names.put(sides[0].strip().toLowerCase(Locale.ROOT), sides[1].strip());
        }
        return names;
    }

    private String field(String column) {
        String name = column.strip().toLowerCase(Locale.ROOT);
        String field = names.getOrDefault(name, name);
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException(
                    "The model of %s asks for the column (%s), which no order under way tells.\nMaybe train it on a run (train late --run DIR), or say what the column is: %s='%s=%s'."
                            .formatted(
                                    RiskOptions.LATE_MODEL.key(),
                                    column,
                                    RiskOptions.LATE_COLUMNS.key(),
                                    column,
                                    String.join("|", new TreeSet<>(FIELDS))));
        }
        return field;
    }

    private void requireNumber(String column) {
        if (!field(column).equals("units")) {
            throw new IllegalArgumentException(
                    "The model of %s asks for the number (%s); of an order under way only units are a number.\nMaybe train it without --numbers %s."
                            .formatted(RiskOptions.LATE_MODEL.key(), column, column));
        }
    }

    /** The order as the model reads lines. */
    SupplyLine line(SupplySignal signal) {
        LateChance order = signal.late();
        List<String> groups = new ArrayList<>();
        for (String group : file.columns().groups()) {
            groups.add(
                    String.join(
                            "\n",
                            SupplyColumns.parts(group).stream()
                                    .map(column -> text(signal, field(column)))
                                    .toList()));
        }
        double[] numbers = new double[file.columns().numbers().size()];
        Arrays.fill(numbers, (double) order.units());
        long due = order.dueDay().toEpochDay();
        return new SupplyLine(
                Math.min(order.orderedDay().toEpochDay(), due), due, false, groups, numbers);
    }

    private static String text(SupplySignal signal, String field) {
        return switch (field) {
            case "supplier" -> signal.supplier();
            case "brand" -> signal.brand();
            case "category" -> signal.category();
            case "item" -> signal.item();
            case "place" -> signal.place();
            default -> Long.toString(signal.units());
        };
    }
}
