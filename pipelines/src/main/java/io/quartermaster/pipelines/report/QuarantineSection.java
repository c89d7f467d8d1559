package io.quartermaster.pipelines.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What cleaning rejected and why. */
final class QuarantineSection implements ReportSection {

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
        Map<String, ResultRow> examples = new TreeMap<>();
        input.files().each("quarantine", row -> examples.putIfAbsent(row.text("rule"), row));
        List<List<String>> rows = new ArrayList<>();
        examples.forEach(
                (rule, row) ->
                        rows.add(
                                List.of(
                                        rule,
                                        input.summary()
                                                .path("quarantined_by_rule")
                                                .path(rule)
                                                .asText("–"),
                                        row.text("reason"),
                                        row.text("source") + ":" + row.text("line"))));
        if (rows.isEmpty()) {
            html.element("p", "none", "Nothing.");
        } else {
            html.table(List.of("Rule", "#Lines", "One of the reasons", "Where"), rows);
        }
        html.endSection();
    }
}
