package io.quartermaster.pipelines.result;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The result tables of a run, read back from its output folder. */
public final class ResultFiles {

    private final Path folder;

    /**
     * The tables of an output folder.
     *
     * @throws IllegalArgumentException when the folder holds none
     */
    public ResultFiles(Path output) {
        this.folder = output.resolve(ResultSchema.FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The folder (%s) holds no results.\nMaybe name the output folder of a demo or backfill."
                            .formatted(output));
        }
    }

    /** The folder of the tables. */
    public Path folder() {
        return folder;
    }

    /** Calls for every row in the file's order. */
    public void each(String table, Consumer<ResultRow> row) throws IOException {
        Path file = folder.resolve(ResultSchema.table(table).fileName());
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            Iterator<CsvRecord> records = reader.iterator();
            Map<String, Integer> columns = new LinkedHashMap<>();
            List<String> header = records.next().getFields();
            for (int i = 0; i < header.size(); i++) {
                columns.put(header.get(i), i);
            }
            while (records.hasNext()) {
                row.accept(new ResultRow(records.next(), columns));
            }
        }
    }

    /** The rows that a condition picks. */
    public List<ResultRow> where(String table, Predicate<ResultRow> condition) throws IOException {
        List<ResultRow> rows = new ArrayList<>();
        each(
                table,
                row -> {
                    if (condition.test(row)) {
                        rows.add(row);
                    }
                });
        return rows;
    }

    /** Every row. */
    public List<ResultRow> all(String table) throws IOException {
        return where(table, row -> true);
    }
}
