package io.quartermaster.pipelines.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes a result table as a CSV file: a header, then rows in key order. The bytes depend on the
 * elements alone, not on the order in which they come.
 */
public final class TableWriter {

    private TableWriter() {}

    /**
     * Writes the table; an empty one holds its header only.
     *
     * @return the number of rows
     */
    public static <T, R> long write(ResultTable<T, R> table, List<T> elements, Path folder)
            throws IOException {
        long rows = 0;
        try (CsvWriter writer =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(folder.resolve(table.fileName()), StandardCharsets.UTF_8)) {
            writer.writeRecord(table.columns().stream().map(ResultColumn::name).toList());
            String[] cells = new String[table.columns().size()];
            for (T element : inKeyOrder(table, elements)) {
                for (Iterator<R> of = table.rows().apply(element).iterator(); of.hasNext(); ) {
                    writer.writeRecord(fill(cells, table, of.next()));
                    rows++;
                }
            }
        }
        return rows;
    }

    private static <T, R> String[] fill(String[] cells, ResultTable<T, R> table, R row) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = ColumnType.cell(table.columns().get(i).value().apply(row));
        }
        return cells;
    }

    /** By key; of several with one key the highest version. */
    private static <T, R> List<T> inKeyOrder(ResultTable<T, R> table, List<T> elements) {
        List<T> sorted = new ArrayList<>(elements);
        sorted.sort(table.order().thenComparing(table.version()));
        List<T> kept = new ArrayList<>(sorted.size());
        for (T element : sorted) {
            int last = kept.size() - 1;
            if (last >= 0 && table.order().compare(kept.get(last), element) == 0) {
                kept.set(last, element);
            } else {
                kept.add(element);
            }
        }
        return kept;
    }
}
