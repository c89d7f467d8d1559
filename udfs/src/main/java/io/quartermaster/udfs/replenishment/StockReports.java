package io.quartermaster.udfs.replenishment;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.lots.LotHistory;
import io.quartermaster.domain.replenishment.lots.LotRules;
import io.quartermaster.domain.replenishment.lots.MovementKind;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.types.Row;

/** The reports of a group of rows, in whatever order and with whatever retractions they come. */
public final class StockReports {

    private static final LotOrder USUAL = LotOrder.FIFO;

    public String method = "";

    /** How often each report stands; below 0 where it was retracted before it came. */
    @DataTypeHint(
            "MAP<ROW<place STRING, kind STRING, id STRING, event_time STRING, units BIGINT, unit_cost DECIMAL(38, 6), currency STRING, lot STRING, expires_on DATE, about STRING, version INT>, INT>")
    public MapView<Row, Integer> reports = new MapView<>();

    /** Rows whose kind, id, time or units are NULL do not count. */
    void add(String ofMethod, Row report, int times) throws Exception {
        method = ofMethod == null ? method : ofMethod;
        for (int needed : new int[] {1, 2, 3, 4}) {
            if (report.getField(needed) == null) {
                return;
            }
        }
        Integer before = reports.get(report);
        int now = (before == null ? 0 : before) + times;
        if (now == 0) {
            reports.remove(report);
        } else {
            reports.put(report, now);
        }
    }

    void merge(StockReports other) throws Exception {
        method = other.method.isEmpty() ? method : other.method;
        for (Map.Entry<Row, Integer> entry : other.reports.entries()) {
            add(null, entry.getKey(), entry.getValue());
        }
    }

    /** What the reports come to by their method, with the standard rules. */
    LotHistory history(String function) {
        List<StockMovement> movements = new ArrayList<>();
        try {
            for (Map.Entry<Row, Integer> entry : reports.entries()) {
                for (int i = 0; i < entry.getValue(); i++) {
                    movements.add(movement(function, entry.getKey()));
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The group cannot be read from state.", e);
        }
        return LotHistory.of("", order(function), LotRules.STANDARD, movements);
    }

    private LotOrder order(String function) {
        return method.isEmpty()
                ? USUAL
                : Arrays.stream(LotOrder.values())
                        .filter(order -> order.label().equals(method))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The method (%s) of %s is not known.\nMaybe fifo, lifo or fefo."
                                                        .formatted(method, function)));
    }

    private static StockMovement movement(String function, Row row) {
        String kind = (String) row.getField(1);
        Instant time = Instant.parse((String) row.getField(3));
        Integer version = (Integer) row.getField(10);
        return new StockMovement(
                MovementKind.ofLabel(kind)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The kind (%s) of %s is not known.\nMaybe one of: %s."
                                                        .formatted(kind, function, kinds()))),
                (String) row.getField(2),
                time,
                LocalDate.ofInstant(time, ZoneOffset.UTC),
                "",
                text(row, 0),
                (Long) row.getField(4),
                (BigDecimal) row.getField(5),
                text(row, 6),
                text(row, 7),
                (LocalDate) row.getField(8),
                text(row, 9),
                version == null ? 1 : version,
                "");
    }

    private static List<String> kinds() {
        return Arrays.stream(MovementKind.values()).map(MovementKind::label).toList();
    }

    private static String text(Row row, int field) {
        return row.getField(field) == null ? "" : (String) row.getField(field);
    }
}
