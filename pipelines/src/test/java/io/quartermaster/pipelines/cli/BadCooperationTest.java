package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run over terms and life-cycle steps that cannot hold: each is kept apart, with why. */
class BadCooperationTest {

    private static final String LATE = "2024-02-25T10:00:00Z";

    @TempDir private static Path folder;
    private static RunOutput run;
    private static NamedCsvRecord terms;

    @BeforeAll
    static void backfill() throws IOException {
        Path events = folder.resolve("events");
        RunOutput.run("generate", "--brands=3", "--skus=9", "--days=60", "--output=" + events);
        terms = last(events.resolve("terms.csv"));
        append(
                events.resolve("terms.csv"),
                terms,
                Map.of("id", "backwards", "valid_from", "2024-02-20", "valid_to", "2024-02-10"));
        append(events.resolve("terms.csv"), terms, Map.of("id", "twice"));
        NamedCsvRecord step = last(events.resolve("lifecycle.csv"));
        append(
                events.resolve("lifecycle.csv"),
                step,
                Map.of("id", "back-to-start", "time", LATE, "stage", "evaluated"));
        append(
                events.resolve("lifecycle.csv"),
                step,
                Map.of("id", "no-stage", "time", LATE, "stage", "married"));
        run = RunOutput.ofBackfill("--events=" + events, folder.resolve("out"));
    }

    @Test
    void termsThatEndBeforeTheyStartAreKeptApart() throws IOException {
        assertThat(quarantined("backwards"))
                .isEqualTo(
                        "impossible_value|The last day (2024-02-10) must not be before the first (2024-02-20). Maybe they are swapped.");
    }

    @Test
    void termsThatOverlapAreKeptApart() throws IOException {
        assertThat(quarantined("twice"))
                .startsWith("terms_overlap|The terms (twice) of brand (")
                .contains("overlap (" + terms.getField("id") + ")")
                .endsWith("Maybe give them a higher version, or days that do not meet.");
    }

    @Test
    void aStepOutOfOrderIsKeptApart() throws IOException {
        assertThat(quarantined("back-to-start"))
                .startsWith("life_cycle_order|The step of brand (")
                .contains("to (evaluated) is not allowed. Maybe a step before it is missing:");
    }

    @Test
    void aStageThatIsNoneIsKeptApart() throws IOException {
        assertThat(quarantined("no-stage"))
                .startsWith("malformed_field|")
                .contains("(married)")
                .contains("one of prospect, evaluated, trial");
    }

    @Test
    void noneOfThemCounts() throws IOException {
        assertThat(run.column("terms", "id")).doesNotContain("backwards", "twice");
        assertThat(run.column("lifecycle", "id")).doesNotContain("back-to-start", "no-stage");
        assertThat(Files.readString(run.folder().resolve("report.html")))
                .contains("terms_overlap")
                .contains("life_cycle_order");
    }

    /** Rule and reason of the row that keeps the event of an id. */
    private static String quarantined(String id) throws IOException {
        return run.rows("quarantine").stream()
                .filter(row -> row.getField("original").contains(id))
                .map(row -> row.getField("rule") + "|" + row.getField("reason"))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("nothing");
    }

    private static NamedCsvRecord last(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().reduce((one, other) -> other).orElseThrow();
        }
    }

    private static void append(Path file, NamedCsvRecord like, Map<String, String> changed)
            throws IOException {
        List<String> values = new ArrayList<>();
        for (String column : like.getHeader()) {
            values.add(changed.getOrDefault(column, like.getField(column)));
        }
        Files.writeString(file, String.join(",", values) + "\n", StandardOpenOption.APPEND);
    }
}
