package io.quartermaster.udfs.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.udfs.SqlSession;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class LotFunctionsTest {

    private static final String NO_COST = "CAST(NULL AS DECIMAL(38, 6))";

    /** 10 at 1.00 and 10 at 1.50; 12 are sold, 5 of them come back. */
    private static final String REPORTS =
            """
            (VALUES
              ('receipt', 'r1', '2026-01-01T06:00:00Z', 10, 1.00, 'L1', DATE '2026-03-01', ''),
              ('receipt', 'r2', '2026-01-02T06:00:00Z', 10, 1.50, 'L2', DATE '2026-02-01', ''),
              ('sale', 's1', '2026-01-03T06:00:00Z', 12, NO_COST, '', NO_DAY, ''),
              ('return', 'b1', '2026-01-04T06:00:00Z', 5, NO_COST, '', NO_DAY, 's1'),
              ('sale', CAST(NULL AS STRING), '2026-01-03T06:00:00Z', 2, NO_COST, '', NO_DAY, ''),
              (CAST(NULL AS STRING), 's2', '2026-01-03T06:00:00Z', 2, NO_COST, '', NO_DAY, ''),
              ('sale', 's3', CAST(NULL AS STRING), 2, NO_COST, '', NO_DAY, ''),
              ('sale', 's4', '2026-01-03T06:00:00Z', CAST(NULL AS INT), NO_COST, '', NO_DAY, '')
            ) AS t(kind, id, event_time, units, unit_cost, lot, expires_on, about)
            """
                    .replace("NO_COST", NO_COST)
                    .replace("NO_DAY", "CAST(NULL AS DATE)");

    private static final String CALL =
            "(%s, 'main', kind, id, event_time, CAST(units AS BIGINT), CAST(unit_cost AS DECIMAL(38, 6)), 'EUR', lot, expires_on, about, CAST(NULL AS INT))";

    @Test
    void allocatesByEachMethod() {
        assertThat(allocations("'fifo'"))
                .contains(
                        "sale s1 10 of L1 at 10.00",
                        "sale s1 2 of L2 at 3.00",
                        "return b1 5 of L1 at 5.00");
        assertThat(allocations("'lifo'"))
                .contains("sale s1 10 of L2 at 15.00", "sale s1 2 of L1 at 2.00");
        assertThat(allocations("'fefo'")).contains("return b1 5 of L2 at 7.50");
        assertThat(allocations("CAST(NULL AS STRING)")).isEqualTo(allocations("'fifo'"));
    }

    @Test
    void valuesEachDay() {
        String query =
                "SELECT event_day, v.units, short_units, opening_value, received_value, cost_of_sales, written_off, stock_value FROM (SELECT STOCK_VALUE%s AS days FROM %s) CROSS JOIN UNNEST(days) AS v(place, event_day, units, short_units, opening_value, received_value, cost_of_sales, written_off, stock_value, currency)"
                        .formatted(CALL.formatted("'fifo'"), REPORTS);
        assertThat(SqlSession.batch().rows(query))
                .extracting(LotFunctionsTest::plain)
                .containsExactly(
                        "2026-01-01 10 0 0 10 0 0 10",
                        "2026-01-02 20 0 10 15 0 0 25",
                        "2026-01-03 8 0 25 0 13 0 12",
                        "2026-01-04 13 0 12 0 -5 0 17");
    }

    /** A changelog: whatever comes first of a report told twice is taken back for the lesser. */
    @Test
    void followsAChangelog() {
        String changes =
                """
                (SELECT id, kind, event_time, MIN(units) AS units, MIN(unit_cost) AS unit_cost, lot, about
                 FROM (VALUES
                   ('sale', 's1', '2026-01-03T06:00:00Z', 20, NO_COST, '', ''),
                   ('receipt', 'r1', '2026-01-01T06:00:00Z', 10, 1.00, 'L1', ''),
                   ('sale', 's1', '2026-01-03T06:00:00Z', 12, NO_COST, '', ''),
                   ('receipt', 'r2', '2026-01-02T06:00:00Z', 10, 9.50, 'L2', ''),
                   ('receipt', 'r2', '2026-01-02T06:00:00Z', 10, 1.50, 'L2', '')
                 ) AS t(kind, id, event_time, units, unit_cost, lot, about) GROUP BY id, kind, event_time, lot, about)
                """
                        .replace("NO_COST", NO_COST);
        String query =
                "SELECT LOT_ALLOCATIONS%s FROM %s"
                        .formatted(
                                CALL.formatted("'fifo'")
                                        .replace("expires_on", "CAST(NULL AS DATE)"),
                                changes);
        List<Row> rows = SqlSession.streaming().rows(query);
        assertThat(rows).hasSize(1);
        assertThat(Arrays.stream((Row[]) rows.get(0).getField(0)).map(LotFunctionsTest::text))
                .containsExactly(
                        "receipt r1 10 of L1 at 10.00",
                        "receipt r2 10 of L2 at 15.00",
                        "sale s1 10 of L1 at 10.00",
                        "sale s1 2 of L2 at 3.00");
    }

    @Test
    void answersTheSameReversedMergedAndRetracted() throws Exception {
        LotAllocationsFunction function = new LotAllocationsFunction();
        StockReports forward = function.createAccumulator();
        add(function, forward, "receipt", "r1", 1, 10);
        add(function, forward, "sale", "s1", 2, 4);
        add(function, forward, "sale", "s2", 2, 5);
        StockReports first = function.createAccumulator();
        add(function, first, "sale", "s2", 2, 5);
        add(function, first, "sale", "s9", 2, 5);
        StockReports second = function.createAccumulator();
        remove(function, second, "s9");
        add(function, second, "sale", "s1", 2, 4);
        add(function, second, "receipt", "r1", 1, 10);
        function.merge(first, List.of(second));

        assertThat(function.getValue(first)).isEqualTo(function.getValue(forward)).hasSize(3);
    }

    @Test
    void tellsOfBadReportsAndRefusesUnknownWords() throws Exception {
        LotAllocationsFunction function = new LotAllocationsFunction();
        StockReports group = function.createAccumulator();
        add(function, group, "sale", "s1", 2, -4);
        add(function, group, "sale", "s2", 2, 4_000_000_000_000L);
        assertThat(function.getValue(group))
                .extracting(row -> row.getField(1) + " " + row.getField(7) + " " + row.getField(10))
                .containsExactly(
                        "refused -4 the units are below 0",
                        "refused 4000000000000 the units are above 1000000000000");
        add(function, group, "theft", "s3", 2, 4);
        assertThatThrownBy(() -> function.getValue(group))
                .hasMessage(
                        "The kind (theft) of LOT_ALLOCATIONS is not known.\nMaybe one of: [cost, receipt, sale, return, cancellation, count].");
        StockReports other = function.createAccumulator();
        other.method = "best";
        assertThatThrownBy(() -> function.getValue(other))
                .hasMessage(
                        "The method (best) of LOT_ALLOCATIONS is not known.\nMaybe fifo, lifo or fefo.");
    }

    private static void add(
            LotAllocationsFunction function,
            StockReports group,
            String kind,
            String id,
            int day,
            long units)
            throws Exception {
        BigDecimal cost = kind.equals("receipt") ? new BigDecimal("1.25") : null;
        function.accumulate(
                group, "fifo", "main", kind, id, time(day), units, cost, "EUR", id, null, "", 1);
    }

    private static void remove(LotAllocationsFunction function, StockReports group, String id)
            throws Exception {
        function.retract(
                group, "fifo", "main", "sale", id, time(2), 5L, null, "EUR", id, null, "", 1);
    }

    private static String time(int day) {
        return LocalDate.of(2026, 1, day) + "T12:00:00Z";
    }

    private static List<String> allocations(String method) {
        String query =
                "SELECT a.kind, a.id, a.lot, a.units, a.amount FROM (SELECT LOT_ALLOCATIONS%s AS lots FROM %s) CROSS JOIN UNNEST(lots) AS a(place, kind, id, about, event_day, lot, received_at, units, amount, currency, note)"
                        .formatted(CALL.formatted(method), REPORTS);
        return SqlSession.batch().rows(query).stream()
                .map(
                        row ->
                                text(
                                        Row.of(
                                                "",
                                                row.getField(0),
                                                row.getField(1),
                                                "",
                                                null,
                                                row.getField(2),
                                                null,
                                                row.getField(3),
                                                row.getField(4))))
                .toList();
    }

    private static String text(Row row) {
        return "%s %s %s of %s at %s"
                .formatted(
                        row.getField(1),
                        row.getField(2),
                        row.getField(7),
                        row.getField(5),
                        ((BigDecimal) row.getField(8)).setScale(2));
    }

    private static String plain(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.getArity(); i++) {
            Object field = row.getField(i);
            boolean isMoney = field instanceof BigDecimal;
            text.append(i == 0 ? "" : " ")
                    .append(
                            isMoney
                                    ? ((BigDecimal) field).stripTrailingZeros().toPlainString()
                                    : field);
        }
        return text.toString();
    }
}
