package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.event.PriceTiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One CSV table of a planning folder, with typed cells and messages that name file and line. */
final class PlanTable {

    private final String name;
    private final List<NamedCsvRecord> rows;

    private PlanTable(String name, List<NamedCsvRecord> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** A table that must be there, with at least one row. */
    static PlanTable required(Path folder, String name, String... columns) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The table (%s) is not in the folder (%s).\nMaybe check the folder: items, places, suppliers and demand are wanted."
                            .formatted(name, folder));
        }
        PlanTable table = read(file, name);
        if (table.rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "The table (%s) holds no row.\nMaybe the file is empty.".formatted(file));
        }
        table.requireColumns(columns);
        return table;
    }

    /** A table that may be missing or hold no row. */
    static PlanTable optional(Path folder, String name, String... columns) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return new PlanTable(name, List.of());
        }
        PlanTable table = read(file, name);
        if (!table.rows.isEmpty()) {
            table.requireColumns(columns);
        }
        return table;
    }

    private static PlanTable read(Path file, String name) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            reader.forEach(rows::add);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new IllegalArgumentException(
                    "The table (%s) cannot be read: it is no CSV text in UTF-8 with a header.\nMaybe check the file."
                            .formatted(file),
                    e);
        }
        return new PlanTable(name, rows);
    }

    private void requireColumns(String... columns) {
        List<String> header = rows.get(0).getHeader();
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException(
                        "The column (%s) is not in %s (%s).\nMaybe check the header."
                                .formatted(column, name, String.join(",", header)));
            }
        }
    }

    List<NamedCsvRecord> rows() {
        return rows;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A cell that must hold text. */
    String text(NamedCsvRecord row, String column) {
        return optionalText(row, column)
                .orElseThrow(() -> problem(row, column, "", "must not be empty"));
    }

    Optional<String> optionalText(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A number of 0 or more. */
    double amount(NamedCsvRecord row, String column) {
        return amount(row, column, text(row, column));
    }

    /** A number of 0 or more; the default where the cell is empty or its column is missing. */
    double amount(NamedCsvRecord row, String column, double otherwise) {
        return optionalText(row, column).map(text -> amount(row, column, text)).orElse(otherwise);
    }

    private double amount(NamedCsvRecord row, String column, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw problem(row, column, text, "must be a number");
        }
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw problem(row, column, text, "must be 0 or more");
        }
        return value;
    }

    /** A whole number of at least the least. */
    long whole(NamedCsvRecord row, String column, long least) {
        return whole(row, column, text(row, column), least);
    }

    long whole(NamedCsvRecord row, String column, long least, long otherwise) {
        return optionalText(row, column)
                .map(text -> whole(row, column, text, least))
                .orElse(otherwise);
    }

    private long whole(NamedCsvRecord row, String column, String text, long least) {
        double value = amount(row, column, text);
        if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
            throw problem(
                    row, column, text, "must be a whole number of %d or more".formatted(least));
        }
        return (long) value;
    }

    /** Price tiers, such as {@code 100:0.97 500:0.93}; one price where the cell is empty. */
    PriceTiers tiers(NamedCsvRecord row, String column) {
        String text = optionalText(row, column).orElse("");
        try {
            return PriceTiers.parse(text);
        } catch (IllegalArgumentException e) {
            throw problem(row, column, text, "holds no price tiers: " + e.getMessage());
        }
    }

    IllegalArgumentException problem(NamedCsvRecord row, String column, String value, String rule) {
        return new IllegalArgumentException(
                "The %s (%s) in %s, line %d, %s.\nMaybe correct the cell, or remove the line."
                        .formatted(column, value, name, row.getStartingLineNumber(), rule));
    }
}
