package io.quartermaster.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the report is made from: a run's tables, its summary and its measures.
 *
 * @param files the result tables
 * @param summary what {@code summary.json} holds
 * @param measures of the business
 */
record ReportInput(ResultFiles files, JsonNode summary, Measures measures) {

    static ReportInput of(Path output, Measures measures) throws IOException {
        return new ReportInput(
                new ResultFiles(output),
                JsonCodec.mapper().readTree(output.resolve("summary.json").toFile()),
                measures);
    }

    /** A text of the summary, empty if it has none. */
    String text(String field) {
        return summary.path(field).asText("");
    }

    /** A list of texts of the summary, empty if it has none. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        summary.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Names of the fields below one of the summary's. */
    List<String> names(String field) {
        List<String> names = new ArrayList<>();
        summary.path(field).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
