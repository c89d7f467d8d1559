package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.pipelines.result.OutputContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history with bad lines and an expert who contradicts himself: every one is told and kept. */
class BackfillCommandTest extends OutputContract {

    private static final String EXPERT = "expert-1";

    @TempDir private static Path folder;
    private static Path output;

    @BeforeAll
    static void backfill() throws IOException {
        Path events = folder.resolve("events");
        RunOutput.run("generate", "--brands=2", "--skus=8", "--days=60", "--output=" + events);
        spoil(events);
        output = RunOutput.ofBackfill("--events=" + events, folder.resolve("out")).folder();
    }

    @Override
    protected Path output() {
        return output;
    }

    @Test
    void keepsEveryBadLineWithItsReason() throws IOException {
        assertThat(Files.readAllLines(output.resolve("csv/quarantine.csv")))
                .anyMatch(line -> line.contains("impossible_price,The price (-3.00)"))
                .anyMatch(line -> line.contains("future_time,The time (2100-01-01T00:00:00Z)"))
                .anyMatch(line -> line.contains("unknown_brand,The brand (Ghostbrand)"));
    }

    @Test
    void countsAddUp() throws IOException {
        JsonNode summary = summary();
        assertThat(summary.path("lines_in").asLong())
                .isEqualTo(
                        summary.path("lines_clean").asLong()
                                + summary.path("lines_quarantined").asLong());
    }

    @Test
    void tellsThatAnInconsistentExpertDidNotCount() throws IOException {
        List<String> rejected = Files.readAllLines(output.resolve("csv/rejected_judgements.csv"));
        assertThat(rejected).hasSize(2);
        assertThat(rejected.get(1)).contains("inconsistent_judgements", "worst pair");
        assertThat(summary().path("notes").toString()).contains("judgements of experts");
        assertThat(Files.readString(output.resolve("report.html")))
                .contains("judgements that are clean, but did not count");
    }

    @Test
    void theReportSaysWhatWasRead() throws IOException {
        assertThat(Files.readString(output.resolve("report.html")))
                .contains("History of events from 2024-01-");
    }

    private static void spoil(Path events) throws IOException {
        List<String> orders = Files.readAllLines(events.resolve("orders.csv"));
        List<String> head = List.of(orders.get(0).split(",", -1));
        String sound = orders.get(1);
        append(
                events.resolve("orders.csv"),
                with(with(sound, head, "id", "bad-1"), head, "unit_price", "-3.00"),
                with(with(sound, head, "id", "bad-2"), head, "time", "2100-01-01T00:00:00Z"));
        List<String> terms = Files.readAllLines(events.resolve("terms.csv"));
        List<String> columns = List.of(terms.get(0).split(",", -1));
        append(
                events.resolve("terms.csv"),
                with(with(terms.get(1), columns, "id", "bad-3"), columns, "brand", "Ghostbrand"));
        contradict(events.resolve("judgements.csv"));
    }

    /** a beats b, b beats c, c beats a, and so on: no weights fit that. */
    private static void contradict(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.get(0).split(",", -1));
        List<String> spoilt = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            boolean his = cells[head.indexOf("expert")].equals(EXPERT);
            boolean pair = cells[head.indexOf("brand")].isEmpty();
            String value = spoilt.size() % 2 == 0 ? "9" : "0.2";
            spoilt.add(his && pair ? with(line, head, "value", value) : line);
        }
        Files.write(file, spoilt);
    }

    private static String with(String line, List<String> head, String column, String value) {
        String[] cells = line.split(",", -1);
        cells[head.indexOf(column)] = value;
        return String.join(",", cells);
    }

    private static void append(Path file, String... lines) throws IOException {
        Files.write(file, List.of(lines), StandardOpenOption.APPEND);
    }
}
