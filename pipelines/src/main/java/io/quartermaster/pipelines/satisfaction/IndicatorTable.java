package io.quartermaster.pipelines.satisfaction;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.satisfaction.GroupScore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A CSV table with {@code entity} and one column per indicator, 0 to 1, higher is better; an empty
 * cell is a missing value. With {@code group} and {@code share} beside them, an entity has a row
 * per group, for example category.
 *
 * @param indicators names of the columns
 * @param entities rows by entity, in the order of the file
 */
public record IndicatorTable(List<String> indicators, Map<String, List<GroupScore>> entities) {

    private static final String ENTITY = "entity";
    private static final String GROUP = "group";
    private static final String SHARE = "share";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /**
     * Reads a file, plain or .gz.
     *
     * @throws IllegalArgumentException naming the value, its place and the remedy
     */
    public static IndicatorTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The input (%s) is %s.\nMaybe look at the path."
                            .formatted(file, Files.exists(file) ? "not a file" : "not there"));
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(open(file))) {
            return read(file, rows);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new IllegalArgumentException(
                    "The input (%s) cannot be read: %s.\nMaybe it is cut off or not CSV."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Reader open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static IndicatorTable read(Path file, Iterable<NamedCsvRecord> rows) {
        Map<String, List<GroupScore>> entities = new LinkedHashMap<>();
        List<String> indicators = List.of();
        Set<List<String>> seen = new HashSet<>();
        for (NamedCsvRecord row : rows) {
            if (entities.isEmpty()) {
                indicators = indicators(file, row.getHeader());
            }
            String entity = row.getField(ENTITY);
            String group = row.findField(GROUP).orElse("");
            if (!seen.add(List.of(entity, group))) {
                throw new IllegalArgumentException(
                        "The entity (%s)%s stands twice, again in line %d of (%s).\nMaybe one row for each."
                                .formatted(
                                        entity,
                                        group.isEmpty() ? "" : " with group (" + group + ")",
                                        row.getStartingLineNumber(),
                                        file));
            }
            entities.computeIfAbsent(entity, name -> new ArrayList<>())
                    .add(new GroupScore(group, share(row), values(row, entity, indicators)));
        }
        if (entities.isEmpty()) {
            throw new IllegalArgumentException(
                    "The input (%s) holds no entity.\nMaybe it is empty, or has a header only."
                            .formatted(file));
        }
        return new IndicatorTable(indicators, entities);
    }

    private static double share(NamedCsvRecord row) {
        String cell = row.findField(SHARE).orElse("1").strip();
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The share (%s) of entity (%s) cannot be read.\nMaybe its number of orders."
                            .formatted(cell, row.getField(ENTITY)),
                    e);
        }
    }

    private static List<String> indicators(Path file, List<String> header) {
        List<String> indicators =
                header.stream()
                        .filter(name -> !List.of(ENTITY, GROUP, SHARE).contains(name))
                        .toList();
        if (!header.contains(ENTITY) || indicators.isEmpty()) {
            throw new IllegalArgumentException(
                    "The columns %s of (%s) must be entity and one or more indicators.\nMaybe entity,returns,rating."
                            .formatted(header, file));
        }
        return indicators;
    }

    private static double[] values(NamedCsvRecord row, String entity, List<String> indicators) {
        double[] values = new double[indicators.size()];
        for (int i = 0; i < values.length; i++) {
            String cell = row.findField(indicators.get(i)).orElse("").strip();
            values[i] = cell.isEmpty() ? Double.NaN : number(cell, entity, indicators.get(i));
        }
        return values;
    }

    private static double number(String cell, String entity, String indicator) {
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw outside(cell, entity, indicator, e);
        }
        if (!(value >= 0 && value <= 1)) {
            throw outside(cell, entity, indicator, null);
        }
        return value;
    }

    private static IllegalArgumentException outside(
            String cell, String entity, String indicator, Exception cause) {
        return new IllegalArgumentException(
                "The value (%s) of (%s) of entity (%s) must be a number of 0 to 1.\nMaybe map the rate first, for example 1 - rate."
                        .formatted(cell, indicator, entity),
                cause);
    }

    /** The values of all rows, for weights that come from them. */
    public double[][] rows() {
        return entities.values().stream()
                .flatMap(List::stream)
                .map(GroupScore::indicators)
                .toArray(double[][]::new);
    }

    /** Refuses to be compared with a table of other indicators. */
    public void checkFits(IndicatorTable before) {
        if (!indicators.equals(before.indicators)) {
            throw new IllegalArgumentException(
                    "The indicators %s must be those of the table before, %s.\nMaybe the same columns in the same order."
                            .formatted(indicators, before.indicators));
        }
    }
}
