package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What is proposed about indicators that fell last, and what actions that were taken did. */
final class ActionSection implements ReportSection {

    private static final int MOST = 15;

    @Override
    public String anchor() {
        return "actions";
    }

    @Override
    public String title() {
        return "Actions";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "Actions",
                "For each indicator that fell beyond its noise one action, and what it should bring; of actions that were taken, what they did against similar brands that did nothing about it.");
        proposals(html, input.files().all("satisfaction_actions"));
        effects(html, input.files().all("action_effects"));
        html.endSection();
    }

    private static void proposals(Html html, List<ResultRow> rows) {
        if (rows.isEmpty()) {
            html.element("p", "none", "No indicator of a brand or seller fell beyond its noise.");
            return;
        }
        LocalDate last =
                rows.stream()
                        .map(row -> row.day("event_day"))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        html.paragraph(
                "Proposed at the last review with any, %s; csv/satisfaction_actions.csv has all %d."
                        .formatted(last, rows.size()));
        html.table(
                List.of("About", "Indicator", "Action", "Subject", "#Gain in S", "Evidence"),
                rows.stream()
                        .filter(row -> row.day("event_day").equals(last))
                        .sorted(Comparator.comparing(row -> -row.number("expected_score")))
                        .limit(MOST)
                        .map(ActionSection::proposal)
                        .toList());
    }

    private static List<String> proposal(ResultRow row) {
        return List.of(
                row.text("entity"),
                words(row.text("indicator")),
                words(row.text("action")),
                row.text("subject"),
                Html.number(row.number("expected_score"), 3),
                row.text("reason"));
    }

    private static void effects(Html html, List<ResultRow> rows) {
        if (rows.isEmpty()) {
            html.element(
                    "p",
                    "none",
                    "This history tells of no action that was taken long enough ago to be measured.");
            return;
        }
        html.paragraph(
                "Change of the bad rate less that of similar brands, with the interval that covers it at 95 %; csv/action_effects.csv names these brands.");
        html.table(
                List.of(
                        "Brand",
                        "Action",
                        "Taken",
                        "Indicator",
                        "#Effect",
                        "#Low",
                        "#High",
                        "#Expected",
                        "Verdict"),
                rows.stream().map(ActionSection::effect).toList());
    }

    private static List<String> effect(ResultRow row) {
        String subject = row.text("subject");
        return List.of(
                row.text("brand"),
                words(row.text("action")) + (subject.isEmpty() ? "" : " " + subject),
                row.text("action_day"),
                words(row.text("indicator")),
                Html.number(row.number("effect"), 3),
                Html.number(row.number("low"), 3),
                Html.number(row.number("high"), 3),
                Html.number(row.number("expected"), 3),
                row.text("verdict"));
    }

    private static String words(String label) {
        return label.replace('_', ' ');
    }
}
