package io.quartermaster.pipelines.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file with a header, read line by line, plain or compressed by gzip. What verbs take as
 * input: where one line does not fit, the whole file is refused.
 *
 * <pre>{@code
 * try (CsvTable table = CsvTable.open(file, "user", "item")) {
 *     while (table.next()) { … table.text("user") … }
 * }
 * }</pre>
 */
public final class CsvTable implements AutoCloseable {

    private final Path file;
    private final BufferedReader reader;
    private final CsvRecords records;
    private final List<String> header;
    private String[] values = {};

    private CsvTable(Path file, BufferedReader reader, CsvRecords records) {
        this.file = file;
        this.reader = reader;
        this.records = records;
        this.header = Arrays.stream(records.values()).map(String::strip).toList();
    }

    /**
     * Looks at the whole file and stands before its first line.
     *
     * @throws IllegalArgumentException when it is missing, empty, damaged, or lacks a column
     */
    public static CsvTable open(Path file, String... columns) throws IOException {
        InputCheck.table(file, List.of(columns));
        BufferedReader reader = RawFiles.text(file);
        CsvRecords records = new CsvRecords(reader);
        records.next();
        return new CsvTable(file, reader, records);
    }

    /** Names of the columns. */
    public List<String> header() {
        return header;
    }

    public boolean has(String column) {
        return header.contains(column);
    }

    /** Goes to the next line; false at the end. */
    public boolean next() throws IOException {
        if (!records.next()) {
            return false;
        }
        values = records.values();
        if (!records.broken().isEmpty()) {
            throw wrong(records.broken());
        }
        if (values.length != header.size()) {
            throw wrong(
                    "It has %d values where the header has %d."
                            .formatted(values.length, header.size()));
        }
        return true;
    }

    /** The value of a column, empty if the cell is. */
    public String text(String column) {
        return values[header.indexOf(column)];
    }

    /** The value of a column, which must not be empty. */
    public String name(String column) {
        String text = text(column);
        if (text.isBlank()) {
            throw wrong("Its %s is empty.".formatted(column));
        }
        return text;
    }

    /** The value of a column as a finite number. */
    public double number(String column) {
        String text = text(column).strip();
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("Its %s (%s) is not a number.".formatted(column, text));
        }
        throw wrong("Its %s (%s) is not finite.".formatted(column, text));
    }

    /** A refusal that names the file and the line. */
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(
                "Line %d of the file (%s) is wrong. %s\nMaybe correct or remove it."
                        .formatted(records.line(), file, what));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
