package io.quartermaster.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Engines used and why, timings, and what this history cannot tell. */
final class MachineSection implements ReportSection {

    @Override
    public String anchor() {
        return "engines";
    }

    @Override
    public String title() {
        return "Engines and time";
    }

    @Override
    public void write(Html html, ReportInput input) {
        html.section(anchor(), "Engines used, and time", "");
        html.table(
                List.of(
                        "Task",
                        "Engine",
                        "Version",
                        "Device",
                        "#Calls",
                        "#Rows",
                        "#Fallbacks",
                        "Why not another"),
                engines(input));
        html.element("h3", "Seconds by stage").raw(timings(input.summary().path("seconds")));
        html.paragraph(
                "At most %s MB of memory were in use."
                        .formatted(
                                Html.number(input.summary().path("peak_memory_mb").asDouble(), 0)));
        JsonNode notes = input.summary().path("notes");
        if (!notes.isEmpty()) {
            html.element("h3", "What this history cannot tell").raw("<ul>");
            notes.forEach(note -> html.element("li", note.asText()));
            html.raw("</ul>\n");
        }
        html.endSection();
    }

    private static List<List<String>> engines(ReportInput input) {
        List<List<String>> rows = new ArrayList<>();
        for (String task : input.names("engines")) {
            JsonNode engine = input.summary().path("engines").path(task);
            rows.add(
                    List.of(
                            task,
                            engine.path("name").asText(),
                            engine.path("version").asText(),
                            engine.path("device").asText(),
                            Html.number(engine.path("calls").asDouble(), 0),
                            Html.number(engine.path("rows").asDouble(), 0),
                            Html.number(engine.path("fallbacks").asDouble(), 0),
                            engine.path("reason").asText()));
        }
        return rows;
    }

    private static String timings(JsonNode seconds) {
        double most = 0;
        for (JsonNode value : seconds) {
            most = Math.max(most, value.asDouble());
        }
        PartBars bars = new PartBars(List.of("seconds")).upTo(most);
        seconds.fields()
                .forEachRemaining(
                        entry ->
                                bars.bar(
                                        entry.getKey(),
                                        new double[] {entry.getValue().asDouble()},
                                        entry.getValue().asDouble(),
                                        ""));
        return bars.html(1);
    }
}
