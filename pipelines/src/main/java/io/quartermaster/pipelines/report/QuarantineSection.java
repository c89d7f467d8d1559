package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What cleaning rejected and why. */
final class QuarantineSection implements ReportSection {

    private static final List<String> COLUMNS =
            List.of("Rule", "#Lines", "One of the reasons", "Where");

    private static final List<KeptApart> LATER =
            List.of(
                    new KeptApart(
                            Channels.REJECTED_JUDGEMENTS.name(),
                            "Experts' judgements that are clean, but did not count:"),
                    new KeptApart(
                            Channels.REJECTED_PURCHASE_STEPS.name(),
                            "Steps of orders to suppliers that are clean, but could not be taken:"),
                    new KeptApart(
                            Channels.DEMAND_LATE.name(),
                            "Events that are clean, but came after their day could be corrected:"),
                    new KeptApart(
                            Channels.FORECAST_LATE.name(),
                            "Corrections of demand that came after the forecasts made of it could be made again:"),
                    new KeptApart(
                            Channels.ERASED_LATE.name(),
                            "Events of customers that came after these had asked to be forgotten:"));

    @Override
    public String anchor() {
        return "rejected";
    }

    @Override
    public String title() {
        return "Rejected";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "What was rejected and why",
                "%s lines came in, %s are clean, %s are kept apart with their rule and reason."
                        .formatted(
                                Html.number(input.summary().path("lines_in").asDouble(), 0),
                                Html.number(input.summary().path("lines_clean").asDouble(), 0),
                                Html.number(
                                        input.summary().path("lines_quarantined").asDouble(), 0)));
        List<List<String>> rows = rules(input, "quarantine");
        if (rows.isEmpty()) {
            html.element("p", "none", "Nothing.");
        } else {
            html.table(COLUMNS, rows);
        }
        for (KeptApart kept : LATER) {
            List<List<String>> later = rules(input, kept.table());
            if (!later.isEmpty()) {
                html.element("p", kept.what());
                html.table(COLUMNS, later);
            }
        }
        html.endSection();
    }

    /** A line for each rule: how often it rejected, one of its reasons, and where that was. */
    private static List<List<String>> rules(ReportInput input, String table) throws IOException {
        Map<String, ResultRow> examples = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        input.files()
                .each(
                        table,
                        row -> {
                            examples.putIfAbsent(row.text("rule"), row);
                            counts.merge(row.text("rule"), 1L, Long::sum);
                        });
        List<List<String>> rows = new ArrayList<>();
        examples.forEach(
                (rule, row) ->
                        rows.add(
                                List.of(
                                        rule,
                                        Html.number(counts.get(rule), 0),
                                        row.text("reason"),
                                        row.text("source") + ":" + row.text("line"))));
        return rows;
    }

    /** A table of what passed cleaning and yet did not count. */
    private record KeptApart(String table, String what) {}
}
