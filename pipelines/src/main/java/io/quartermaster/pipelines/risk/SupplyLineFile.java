package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.SupplyLine;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Order lines of a table, in its order.
 *
 * @param rows what each line says
 */
public record SupplyLineFile(List<Row> rows) {

    /** Stands for no day. */
    static final long UNKNOWN = Long.MIN_VALUE;

    public SupplyLineFile {
        rows = List.copyOf(rows);
    }

    /**
     * A line.
     *
     * @param orderedDay epoch day, or the least long where no column tells it
     * @param dueDay epoch day
     * @param deliveredDay epoch day, or the least long where it is not known
     * @param groups one value per column of groups
     * @param numbers one value per column of numbers, NaN where missing
     */
    public record Row(
            long orderedDay,
            long dueDay,
            long deliveredDay,
            List<String> groups,
            double[] numbers) {

        public boolean isDelivered() {
            return deliveredDay != UNKNOWN;
        }

        boolean tellsOrder() {
            return orderedDay != UNKNOWN;
        }

        /** With the typical lead time where the day of ordering is not known. */
        public SupplyLine line(long typicalLeadDays) {
            long ordered = tellsOrder() ? orderedDay : dueDay - typicalLeadDays;
            return new SupplyLine(
                    Math.min(ordered, dueDay), dueDay, deliveredDay > dueDay, groups, numbers);
        }
    }

    /**
     * Reads a file.
     *
     * @param isEnded whether the column of deliveries is asked for
     * @throws IllegalArgumentException when the file or one of its lines does not fit
     */
    public static SupplyLineFile read(Path file, SupplyColumns columns, boolean isEnded)
            throws IOException {
        List<String> asked = new ArrayList<>(Arrays.asList(columns.knownColumns()));
        if (isEnded) {
            asked.add(columns.delivered());
        }
        List<Row> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, asked.toArray(String[]::new))) {
            while (table.next()) {
                rows.add(row(table, columns, isEnded));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file (%s) has a header but no lines.\nMaybe what writes it was not finished."
                            .formatted(file));
        }
        return new SupplyLineFile(rows);
    }

    private static Row row(CsvTable table, SupplyColumns columns, boolean isEnded) {
        long due =
                DayText.epochDay(table.text(columns.due()))
                        .orElseThrow(() -> noDay(table, columns.due()));
        long delivered =
                isEnded
                        ? DayText.epochDay(table.text(columns.delivered())).orElse(UNKNOWN)
                        : UNKNOWN;
        return new Row(
                ordered(table, columns.ordered()),
                due,
                delivered,
                columns.groups().stream().map(group -> group(table, group)).toList(),
                columns.numbers().stream().mapToDouble(name -> number(table, name)).toArray());
    }

    private static IllegalArgumentException noDay(CsvTable table, String column) {
        return table.wrong("Its %s (%s) is not a day.".formatted(column, table.text(column)));
    }

    private static long ordered(CsvTable table, List<String> columns) {
        for (String column : columns) {
            OptionalLong day = DayText.epochDay(table.text(column));
            if (day.isPresent()) {
                return day.getAsLong();
            }
        }
        return UNKNOWN;
    }

    private static String group(CsvTable table, String group) {
        List<String> values = new ArrayList<>();
        SupplyColumns.parts(group).forEach(column -> values.add(table.text(column).strip()));
        return String.join("\n", values);
    }

    private static double number(CsvTable table, String column) {
        try {
            double number = Double.parseDouble(table.text(column).strip());
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * Median days from ordering to the due day, of lines due before a day that tell both; else 0.
     */
    public long typicalLeadDays(long dueBefore) {
        long[] leads =
                rows.stream()
                        .filter(row -> row.tellsOrder() && row.dueDay() < dueBefore)
                        .mapToLong(row -> Math.max(0, row.dueDay() - row.orderedDay()))
                        .sorted()
                        .toArray();
        return leads.length == 0 ? 0 : leads[leads.length / 2];
    }

    /** Lines that tell when they were ordered. */
    public long tellingOrder() {
        return rows.stream().filter(Row::tellsOrder).count();
    }
}
