package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Brands in order of their last score, with its parts. */
final class BrandSection implements ReportSection {

    @Override
    public String anchor() {
        return "brands";
    }

    @Override
    public String title() {
        return "Brands";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "Brands, ranked",
                "Each score is the sum of its parts: weight times rating of each criterion.");
        Map<String, ResultRow> last = new TreeMap<>();
        input.files().each("brand_scores", row -> last.put(row.text("brand"), row));
        List<ResultRow> ranked = new ArrayList<>(last.values());
        ranked.sort(
                Comparator.comparing((ResultRow row) -> -row.number("score"))
                        .thenComparing(row -> row.text("brand")));
        if (ranked.isEmpty()) {
            html.element("p", "none", "This history names no brands, so none is judged.");
        } else {
            PartBars bars = new PartBars(StorySection.criteria());
            ranked.forEach(row -> bar(bars, row));
            html.raw(bars.html(3));
        }
        html.endSection();
    }

    private static void bar(PartBars bars, ResultRow row) {
        String cluster = row.text("cluster").isEmpty() ? "" : ", cluster " + row.text("cluster");
        bars.bar(
                row.text("brand"),
                BrandFacts.parts(row),
                row.number("score"),
                row.text("stage").toLowerCase(Locale.ROOT) + cluster + ". " + row.text("reason"));
    }
}
