package io.quartermaster.pipelines.satisfaction;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.satisfaction.EntityRanking;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A CSV table with {@code entity} and one column per indicator, 0 to 1, higher is better; an empty
 * cell is a missing value.
 *
 * @param entities names, each once
 * @param indicators names of the columns
 * @param values by row and column, NaN where missing
 */
public record IndicatorTable(List<String> entities, List<String> indicators, double[][] values) {

    private static final String ENTITY = "entity";
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
        List<String> entities = new ArrayList<>();
        List<String> indicators = List.of();
        List<double[]> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord row : rows) {
            if (entities.isEmpty()) {
                indicators = indicators(file, row.getHeader());
            }
            String entity = row.getField(ENTITY);
            if (!seen.add(entity)) {
                throw new IllegalArgumentException(
                        "The entity (%s) stands twice, again in line %d of (%s).\nMaybe one row for each."
                                .formatted(entity, row.getStartingLineNumber(), file));
            }
            entities.add(entity);
            values.add(values(row, entity, indicators));
        }
        if (entities.isEmpty()) {
            throw new IllegalArgumentException(
                    "The input (%s) holds no entity.\nMaybe it is empty, or has a header only."
                            .formatted(file));
        }
        return new IndicatorTable(entities, indicators, values.toArray(double[][]::new));
    }

    private static List<String> indicators(Path file, List<String> header) {
        if (!header.contains(ENTITY) || header.size() < 2) {
            throw new IllegalArgumentException(
                    "The columns %s of (%s) must be entity and one or more indicators.\nMaybe entity,returns,rating."
                            .formatted(header, file));
        }
        return header.stream().filter(name -> !name.equals(ENTITY)).toList();
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

    /** Writes a ranking: entity, position, score and one part per indicator. */
    public void write(List<EntityRanking> ranking, Writer out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> header = new ArrayList<>(List.of(ENTITY, "position", "score"));
        indicators.forEach(indicator -> header.add("part_" + indicator));
        csv.writeRecord(header);
        for (int i = 0; i < ranking.size(); i++) {
            EntityRanking ranked = ranking.get(i);
            List<String> row = new ArrayList<>();
            row.add(ranked.entity());
            row.add(Integer.toString(i + 1));
            row.add(text(ranked.score()));
            for (double part : ranked.parts()) {
                row.add(text(part));
            }
            csv.writeRecord(row);
        }
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : BigDecimal.valueOf(value).toPlainString();
    }
}
