package io.quartermaster.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was ordered and why. */
final class PlanSection implements ReportSection {

    private static final int LINES = 20;

    @Override
    public String anchor() {
        return "plan";
    }

    @Override
    public String title() {
        return "Orders";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "The plan and its reasons",
                "On each plan day one programme per supplier decides what to order; packs and smallest orders are put right afterwards, and an audit re-checks every rule.");
        JsonNode plan = input.summary().path("plan");
        html.paragraph(summary(plan));
        TreeMap<LocalDate, Double> unitsByPlanDay = new TreeMap<>();
        List<ResultRow> lines = input.files().all("plan");
        lines.forEach(
                row ->
                        unitsByPlanDay.merge(
                                row.day("plan_day"), row.number("quantity"), Double::sum));
        if (lines.isEmpty()) {
            html.element("p", "none", "There is no plan.").endSection();
            return;
        }
        bars(html, unitsByPlanDay);
        html.element("h3", "The largest lines of the last plan day");
        html.table(
                List.of(
                        "Item",
                        "Place",
                        "Supplier",
                        "Order",
                        "Arrival",
                        "#Units",
                        "#Packs",
                        "Reason"),
                largest(lines, unitsByPlanDay.lastKey()));
        html.endSection();
    }

    private static String summary(JsonNode plan) {
        return "%s plans with %s lines and %s units; %s of them optimal, %s by the greedy fallback; %s rules found broken by the audit."
                .formatted(
                        Html.number(plan.path("plans").asDouble(), 0),
                        Html.number(plan.path("lines").asDouble(), 0),
                        Html.number(plan.path("units").asDouble(), 0),
                        Html.number(plan.path("by_status").path("optimal").asDouble(), 0),
                        Html.number(plan.path("by_status").path("fallback").asDouble(), 0),
                        Html.number(plan.path("violations").asDouble(), 0));
    }

    private static void bars(Html html, SortedMap<LocalDate, Double> units) {
        PartBars bars =
                new PartBars(List.of("units"))
                        .upTo(units.values().stream().mapToDouble(v -> v).max().orElse(1));
        units.forEach((day, sum) -> bars.bar(day.toString(), new double[] {sum}, sum, ""));
        html.element("h3", "Units by plan day").raw(bars.html(0));
    }

    private static List<List<String>> largest(List<ResultRow> lines, LocalDate planDay) {
        List<List<String>> rows = new ArrayList<>();
        lines.stream()
                .filter(row -> row.day("plan_day").equals(planDay))
                .sorted(
                        Comparator.comparing((ResultRow row) -> -row.whole("quantity"))
                                .thenComparing(row -> row.text("item")))
                .limit(LINES)
                .forEach(
                        row ->
                                rows.add(
                                        List.of(
                                                row.text("item"),
                                                row.text("place"),
                                                row.text("supplier"),
                                                row.text("order_day"),
                                                row.text("arrival_day"),
                                                row.text("quantity"),
                                                row.text("packs"),
                                                row.text("reason")
                                                        + (row.flag("assumed")
                                                                ? " (assumed terms)"
                                                                : ""))));
        return rows;
    }
}
