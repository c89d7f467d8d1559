package io.quartermaster.pipelines.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * What policies order and cost as a verb's answer: named values and tables, for people with four
 * decimals, or as JSON with all digits.
 */
final class PolicyAnswer {

    @Option(names = "--json", description = "Write JSON with all digits instead of a table.")
    private boolean json;

    @Mixin private OutputSettings output;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    private List<Map<String, Object>> rows = List.of();

    /** Adds a value: text, a whole number or a double. */
    PolicyAnswer with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Begins a table, whose rows follow. */
    PolicyAnswer rows(String name) {
        rows = new ArrayList<>();
        tables.put(name, rows);
        return this;
    }

    PolicyAnswer row(Map<String, Object> row) {
        rows.add(row);
        return this;
    }

    /** A row's values by name, in their order. */
    static Map<String, Object> named(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    void give(CommandSpec spec) throws IOException {
        String text = json ? json() : table();
        output.write(spec, out -> out.write(text));
    }

    private String json() throws IOException {
        ObjectNode root = node(values);
        tables.forEach(
                (name, table) -> {
                    ArrayNode array = root.putArray(name);
                    table.forEach(row -> array.add(node(row)));
                });
        return JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode node(Map<String, Object> values) {
        ObjectNode node = JsonCodec.mapper().createObjectNode();
        values.forEach((name, value) -> node.putPOJO(name, value));
        return node;
    }

    private String table() {
        List<List<String>> lines = new ArrayList<>();
        values.forEach((name, value) -> lines.add(List.of(name, text(value))));
        StringBuilder text = new StringBuilder(aligned(lines));
        for (List<Map<String, Object>> table : tables.values()) {
            List<List<String>> cells = new ArrayList<>();
            table.stream().limit(1).forEach(row -> cells.add(List.copyOf(row.keySet())));
            table.forEach(row -> cells.add(row.values().stream().map(PolicyAnswer::text).toList()));
            text.append('\n').append(aligned(cells));
        }
        return text.toString();
    }

    private static String aligned(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int width = lines.stream().mapToInt(l -> l.get(column).length()).max().orElse(0);
                String cell = line.get(i);
                text.append(i > 0 ? "  " : "");
                text.append(i > 0 ? " ".repeat(width - cell.length()) + cell : cell);
                text.append(i == 0 ? " ".repeat(width - cell.length()) : "");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String text(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%.4f", number)
                : value.toString();
    }
}
