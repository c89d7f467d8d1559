package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which alerts stand on the last day, why, and the stock they concern. */
final class RiskSection implements ReportSection {

    @Override
    public String anchor() {
        return "risks";
    }

    @Override
    public String title() {
        return "Risks";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "Risks that stand",
                "A supply that may break, a brand that may leave, a category that leans on few: raised on the day named, with the stock on hand that day.");
        Map<String, ResultRow> standing = new LinkedHashMap<>();
        List<ResultRow> alerts = input.files().all("risk_alerts");
        for (ResultRow row : alerts) {
            String key = row.text("kind") + "|" + row.text("subject");
            if (row.text("state").equals("cleared")) {
                standing.remove(key);
            } else {
                standing.put(key, row);
            }
        }
        UntoldRisks untold = UntoldRisks.of(input.files());
        untold.sentences().forEach(html::paragraph);
        if (standing.isEmpty()) {
            html.element(
                            "p",
                            "none",
                            untold.sentences().isEmpty()
                                    ? "No alert stands on the last day."
                                    : "Of what could be watched, no alert stands on the last day.")
                    .endSection();
            return;
        }
        html.paragraph(
                "%d alerts stand; csv/risk_alerts.csv has every one that was raised, grew or passed (%d lines)."
                        .formatted(standing.size(), alerts.size()));
        html.table(
                List.of("Risk", "Of", "Supplier", "Since", "#Score", "Why", "#Units", "#Value"),
                standing.values().stream().map(RiskSection::cells).toList());
        html.endSection();
    }

    private static List<String> cells(ResultRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.text("kind").replace('_', ' '));
        for (String column : List.of("subject", "supplier", "event_day")) {
            cells.add(row.text(column));
        }
        cells.add(Html.number(row.number("score"), 2));
        cells.add(row.text("reason"));
        cells.add(Html.number(row.number("exposed_units"), 0));
        cells.add(Html.number(row.number("exposed_value"), 2));
        return cells;
    }
}
