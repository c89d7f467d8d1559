package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes {@code report.html} of a run: one page that needs nothing but itself. */
public final class Report {

    /** Name of the page in the output folder. */
    public static final String FILE = "report.html";

    private static final List<ReportSection> SECTIONS =
            List.of(
                    new StorySection(),
                    new ForecastSection(),
                    new PlanSection(),
                    new BrandSection(),
                    new CampaignSection(),
                    new SatisfactionSection(),
                    new ActionSection(),
                    new MeasuresSection(),
                    new RiskSection(),
                    new RecommendationSection(),
                    new WordsSection(),
                    new QuarantineSection(),
                    new MachineSection());

    private Report() {}

    /**
     * Measures the business for the page; of the tables of an output folder, those of clean events
     * and of demand must be there.
     */
    public static Measures measures(Path output) throws IOException {
        return Measures.of(new ResultFiles(output));
    }

    /** Reads the tables and {@code summary.json} of an output folder and writes the page there. */
    public static void write(Path output, Measures measures) throws IOException {
        ReportInput input = ReportInput.of(output, measures);
        Html html = new Html();
        head(html, input);
        html.raw("<main>\n");
        for (ReportSection section : SECTIONS) {
            section.write(html, input);
        }
        html.raw("</main>\n<footer>");
        html.text("Made by Quartermaster " + input.text("version") + ". All figures are in csv/.");
        html.raw("</footer>\n</body>\n</html>\n");
        Files.writeString(output.resolve(FILE), html.toString());
    }

    private static void head(Html html, ReportInput input) throws IOException {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .raw("<link rel=\"icon\" href=\"data:,\">\n<title>Quartermaster, ")
                .text(input.text("verb"))
                .raw("</title>\n<style>")
                .raw(css())
                .raw("</style>\n</head>\n<body>\n<header>\n")
                .element("h1", "Quartermaster")
                .element("p", "sub", days(input));
        html.raw("<div class=\"tiles\">\n");
        ReportTiles.of(input).forEach(tile -> tile.write(html));
        html.raw("</div>\n</header>\n<nav>");
        for (ReportSection section : SECTIONS) {
            html.raw("<a href=\"#" + section.anchor() + "\">").text(section.title()).raw("</a> ");
        }
        html.raw("</nav>\n");
    }

    private static String days(ReportInput input) {
        return "%s from %s to %s; the days from %s on are the held-out tail, on which plans are made and forecasts are measured."
                .formatted(
                        what(input.texts("history")),
                        input.text("first_day"),
                        input.text("last_day"),
                        input.text("tail_start"));
    }

    private static String what(List<String> history) {
        return history.isEmpty()
                ? "A generated marketplace"
                : "History of " + String.join(" and ", history);
    }

    private static String css() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
