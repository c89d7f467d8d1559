package io.quartermaster.pipelines.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;

/** How rows of an answer are printed. */
public enum RowFormat {
    /** Columns side by side, for people. */
    TABLE {
        @Override
        public void print(List<String> columns, List<Row> rows, PrintWriter out) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(columns);
            rows.forEach(row -> lines.add(cells(row)));
            int[] widths =
                    IntStream.range(0, columns.size())
                            .map(
                                    i ->
                                            lines.stream()
                                                    .mapToInt(l -> l.get(i).length())
                                                    .max()
                                                    .orElse(0))
                            .toArray();
            lines.forEach(line -> out.println(padded(line, widths)));
        }
    },
    /** A header and one line a row. */
    CSV {
        @Override
        public void print(List<String> columns, List<Row> rows, PrintWriter out) {
            CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            writer.writeRecord(columns);
            rows.forEach(row -> writer.writeRecord(cells(row)));
            try {
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** One array of objects. */
    JSON {
        @Override
        public void print(List<String> columns, List<Row> rows, PrintWriter out) {
            try {
                out.println(
                        rows.stream()
                                .map(row -> object(columns, row))
                                .collect(Collectors.joining(",\n ", "[", "]")));
            } catch (UncheckedIOException e) {
                throw new IllegalStateException("A row cannot be written as JSON.", e);
            }
        }
    };

    /** Prints one answer. */
    public abstract void print(List<String> columns, List<Row> rows, PrintWriter out);

    private static String object(List<String> columns, Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), plain(row.getField(i)));
        }
        try {
            return JsonCodec.mapper().writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers and flags as they are, rows and arrays as arrays, all else as text. */
    private static Object plain(Object value) {
        if (value instanceof Row row) {
            return IntStream.range(0, row.getArity())
                    .mapToObj(i -> plain(row.getField(i)))
                    .toList();
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(RowFormat::plain).toList();
        }
        boolean asItIs = value == null || value instanceof Number || value instanceof Boolean;
        return asItIs && !(value instanceof BigDecimal) ? value : value.toString();
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.getArity()).mapToObj(i -> cell(row.getField(i))).toList();
    }

    private static String cell(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.stream(array)
                    .map(RowFormat::cell)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Float number) {
            return ColumnType.cell((double) number);
        }
        return ColumnType.cell(value);
    }

    private static String padded(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> ("%-" + Math.max(1, widths[i]) + "s").formatted(cells.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
