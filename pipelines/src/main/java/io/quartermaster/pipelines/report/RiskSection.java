package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which alerts stand on the last day, why, and the stock they concern. */
final class RiskSection implements ReportSection {

    private static final int MOST_ORDERS = 10;

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
                            : "Of what could be watched, no alert stands on the last day.");
        } else {
            html.paragraph(
                    "%d alerts stand; csv/risk_alerts.csv has every one that was raised, grew or passed (%d lines)."
                            .formatted(standing.size(), alerts.size()));
            html.table(
                    List.of("Risk", "Of", "Supplier", "Since", "#Score", "Why", "#Units", "#Value"),
                    standing.values().stream().map(RiskSection::cells).toList());
        }
        lateOrders(html, input.files().all("late_chances"));
        html.endSection();
    }

    /** The orders that let most units be expected late; without a model there is none. */
    private static void lateOrders(Html html, List<ResultRow> orders) {
        if (orders.isEmpty()) {
            return;
        }
        html.paragraph(
                "Orders under way that are likely late, by the model of risk.late-model: the %d of %d with most units expected late; csv/late_chances.csv has all."
                        .formatted(Math.min(MOST_ORDERS, orders.size()), orders.size()));
        html.table(
                List.of("Order", "Item", "Brand", "Supplier", "Due", "#Units", "#Chance", "Why"),
                orders.stream()
                        .sorted(Comparator.comparingDouble(RiskSection::expectedLate).reversed())
                        .limit(MOST_ORDERS)
                        .map(RiskSection::order)
                        .toList());
    }

    private static double expectedLate(ResultRow row) {
        return row.number("units") * row.number("chance");
    }

    private static List<String> order(ResultRow row) {
        List<String> cells = new ArrayList<>();
        for (String column : List.of("order_id", "item", "brand", "supplier", "due_day")) {
            cells.add(row.text(column));
        }
        cells.add(Html.number(row.number("units"), 0));
        cells.add(Html.number(row.number("chance"), 2));
        cells.add(row.text("reason"));
        return cells;
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
