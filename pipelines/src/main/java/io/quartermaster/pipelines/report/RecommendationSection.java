package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was recommended to a few customers, and why. */
final class RecommendationSection implements ReportSection {

    private static final int CUSTOMERS = 4;
    private static final int POSITIONS = 5;

    @Override
    public String anchor() {
        return "recommendations";
    }

    @Override
    public String title() {
        return "Recommendations";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "Recommendations and their reasons",
                "Of the last day: the first customers by token. Every score is the sum of what its reason names.");
        String[] last = {""};
        input.files()
                .each(
                        "recommendations",
                        row ->
                                last[0] =
                                        row.text("as_of").compareTo(last[0]) > 0
                                                ? row.text("as_of")
                                                : last[0]);
        Map<String, List<List<String>>> byCustomer = new LinkedHashMap<>();
        input.files().each("recommendations", row -> keep(byCustomer, row, last[0]));
        if (byCustomer.isEmpty()) {
            html.element("p", "none", "There are none.").endSection();
            return;
        }
        byCustomer.forEach(
                (customer, rows) ->
                        html.element("h3", "Customer " + customer)
                                .table(List.of("#", "Item", "#Score", "Reason"), rows));
        html.endSection();
    }

    private static void keep(
            Map<String, List<List<String>>> byCustomer, ResultRow row, String asOf) {
        String customer = row.text("customer");
        boolean wanted =
                row.whole("position") <= POSITIONS
                        && (byCustomer.containsKey(customer) || byCustomer.size() < CUSTOMERS);
        if (wanted && row.text("as_of").equals(asOf)) {
            byCustomer
                    .computeIfAbsent(customer, token -> new ArrayList<>())
                    .add(
                            List.of(
                                    row.text("position"),
                                    row.text("item"),
                                    Html.number(row.number("score"), 3),
                                    row.text("reason")));
        }
    }
}
