package io.quartermaster.pipelines.result;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.Map;

/** One row of a result table as it was read back. */
public final class ResultRow {

    private final CsvRecord cells;
    private final Map<String, Integer> columns;

    ResultRow(CsvRecord cells, Map<String, Integer> columns) {
        this.cells = cells;
        this.columns = columns;
    }

    public String text(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalStateException(
                    "The column (%s) is missing; there are %s."
                            .formatted(column, columns.keySet()));
        }
        return cells.getField(index);
    }

    /** NaN where the cell is empty. */
    public double number(String column) {
        String text = text(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    public long whole(String column) {
        return Long.parseLong(text(column));
    }

    public boolean flag(String column) {
        return Boolean.parseBoolean(text(column));
    }

    public LocalDate day(String column) {
        return LocalDate.parse(text(column));
    }

    /** The UTC day of an instant. */
    public LocalDate dayOfInstant(String column) {
        return LocalDate.parse(text(column).substring(0, "2000-01-01".length()));
    }
}
