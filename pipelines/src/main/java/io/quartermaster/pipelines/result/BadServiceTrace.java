package io.quartermaster.pipelines.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanTrace;
import io.quartermaster.domain.replenishment.PlanVersion;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stock-outs and late deliveries of a run, traced to the plan version that allowed them. A delivery
 * to a customer is traced where its item was out of stock at its place between order and promise.
 * Days are those of UTC.
 */
public final class BadServiceTrace {

    private static final String[] HEADER = {
        "kind", "item", "place", "event_day", "order_id", "plan_version", "plan_day", "reason"
    };

    private record Stocked(String item, String place) {}

    private record Ordered(String item, String place, LocalDate day) {}

    private final ResultFiles files;
    private final Map<String, String> supplierOf = new HashMap<>();
    private final Map<String, List<PlanTrace.Version>> versions = new HashMap<>();
    private final Map<Stocked, List<PlanLine>> lines = new HashMap<>();
    private final Map<String, Integer> leadTimes = new HashMap<>();
    private final Map<Stocked, List<PlanTrace.Promised>> supplies = new HashMap<>();
    private final Map<String, List<Ordered>> orders = new HashMap<>();
    private final Map<Stocked, TreeSet<LocalDate>> stockOuts = new HashMap<>();

    private BadServiceTrace(ResultFiles files) {
        this.files = files;
    }

    /** Reads the results of a run and writes a row for each stock-out day and late delivery. */
    public static void write(Path results, Writer out) throws IOException {
        BadServiceTrace trace = new BadServiceTrace(new ResultFiles(results));
        trace.read();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(HEADER);
        trace.rows().values().forEach(csv::writeRecord);
    }

    private void read() throws IOException {
        files.each("items", row -> supplierOf.put(row.text("item"), row.text("supplier")));
        files.each(
                "plan_summaries",
                row ->
                        versions.computeIfAbsent(row.text("supplier"), name -> new ArrayList<>())
                                .add(
                                        new PlanTrace.Version(
                                                row.text("plan_version"),
                                                row.day("plan_day"),
                                                row.text("cause").equals(PlanVersion.CALENDAR))));
        files.each("plan", this::readLine);
        files.each(
                "orders",
                row ->
                        orders.computeIfAbsent(row.text("order_id"), id -> new ArrayList<>())
                                .add(
                                        new Ordered(
                                                row.text("item"),
                                                row.text("place"),
                                                row.dayOfInstant("event_time"))));
        files.each(
                "stock",
                row -> {
                    if (row.whole("on_hand") == 0) {
                        stockOuts
                                .computeIfAbsent(stocked(row), key -> new TreeSet<>())
                                .add(row.dayOfInstant("event_time"));
                    }
                });
        files.each(
                "deliveries",
                row -> {
                    if (row.text("direction").equals("INBOUND")
                            && !row.text("promised_at").isEmpty()) {
                        supplies.computeIfAbsent(stocked(row), key -> new ArrayList<>())
                                .add(new PlanTrace.Promised(promised(row), arrived(row)));
                    }
                });
    }

    private void readLine(ResultRow row) {
        PlanLine line =
                new PlanLine(
                        row.day("plan_day"),
                        row.text("item"),
                        row.text("place"),
                        row.text("supplier"),
                        row.day("order_day"),
                        row.day("arrival_day"),
                        row.whole("quantity"),
                        row.whole("packs"),
                        row.text("reason"),
                        row.text("plan_version"),
                        row.text("status"),
                        row.flag("assumed"));
        lines.computeIfAbsent(stocked(row), key -> new ArrayList<>()).add(line);
        int lead = (int) ChronoUnit.DAYS.between(line.orderDay(), line.arrivalDay());
        leadTimes.merge(line.supplier(), lead, Math::min);
    }

    private static Stocked stocked(ResultRow row) {
        return new Stocked(row.text("item"), row.text("place"));
    }

    private static LocalDate promised(ResultRow row) {
        return row.dayOfInstant("promised_at");
    }

    private static LocalDate arrived(ResultRow row) {
        return row.text("delivered_at").isEmpty() ? null : row.dayOfInstant("delivered_at");
    }

    private Map<String, String[]> rows() throws IOException {
        Map<String, String[]> rows = new TreeMap<>();
        stockOuts.forEach(
                (stocked, days) ->
                        days.forEach(
                                day ->
                                        add(
                                                rows,
                                                "stock_out",
                                                stocked,
                                                day,
                                                "",
                                                trace(stocked, day))));
        files.each("deliveries", row -> addIfLate(rows, row));
        return rows;
    }

    private void addIfLate(Map<String, String[]> rows, ResultRow row) {
        boolean outbound = row.text("direction").equals("OUTBOUND");
        if (!outbound || row.text("promised_at").isEmpty()) {
            return;
        }
        LocalDate promised = promised(row);
        LocalDate arrived = arrived(row);
        if (arrived != null && !arrived.isAfter(promised)) {
            return;
        }
        String order = row.text("order_id");
        for (Ordered line : orders.getOrDefault(order, List.of())) {
            boolean meant = row.text("item").isEmpty() || row.text("item").equals(line.item);
            if (meant) {
                Stocked stocked = new Stocked(line.item, line.place);
                add(rows, "late_delivery", stocked, promised, order, late(stocked, line, promised));
            }
        }
    }

    /** The stock-out that may have held the delivery up. */
    private PlanTrace late(Stocked stocked, Ordered line, LocalDate promised) {
        LocalDate out = stockOuts.getOrDefault(stocked, new TreeSet<>()).ceiling(line.day);
        return out == null || out.isAfter(promised)
                ? new PlanTrace("", null, "in stock: held up by seller or carrier")
                : trace(stocked, out);
    }

    private PlanTrace trace(Stocked stocked, LocalDate day) {
        String supplier = supplierOf.getOrDefault(stocked.item, "");
        return PlanTrace.of(
                day,
                Math.max(0, leadTimes.getOrDefault(supplier, 0)),
                versions.getOrDefault(supplier, List.of()),
                lines.getOrDefault(stocked, List.of()),
                supplies.getOrDefault(stocked, List.of()));
    }

    private static void add(
            Map<String, String[]> rows,
            String kind,
            Stocked stocked,
            LocalDate day,
            String order,
            PlanTrace trace) {
        String[] row = {
            kind,
            stocked.item,
            stocked.place,
            day.toString(),
            order,
            trace.planVersion(),
            trace.planDay() == null ? "" : trace.planDay().toString(),
            trace.reason()
        };
        rows.put(String.join("|", kind, stocked.item, stocked.place, day.toString(), order), row);
    }
}
