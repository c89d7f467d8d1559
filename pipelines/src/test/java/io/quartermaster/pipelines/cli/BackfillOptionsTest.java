package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of a backfill depends on the input and on these options alone. */
class BackfillOptionsTest {

    private static final String CLUSTER = "cluster-";
    private static final String RENAMED = "earlier-";

    @TempDir private static Path folder;
    private static Path events;
    private static RunOutput run;

    @BeforeAll
    static void backfill() {
        events = folder.resolve("events");
        RunOutput.run("generate", "--brands=2", "--skus=8", "--days=60", "--output=" + events);
        run = backfill("run", events);
    }

    @Test
    void leavesTheSameTablesWithAnotherParallelism() throws IOException {
        RunOutput again = backfill("parallelism-1", events, "--parallelism=1");
        assertThat(again.texts()).isEqualTo(run.texts());
    }

    @Test
    void aSecondRunKeepsTheClusterNamesOfThePreviousOneAndAllElse() throws IOException {
        Path previous = withRenamedClusters(folder.resolve("previous"));
        RunOutput again = backfill("again", events, "--previous=" + previous);

        SortedMap<String, String> expected = run.texts();
        assertThat(expected.get("brand_scores.csv")).contains(CLUSTER);
        expected.replaceAll((name, text) -> text.replace(CLUSTER, RENAMED));
        assertThat(again.texts()).isEqualTo(expected);
    }

    @Test
    void readsTheDaysAskedForAndPlansByTheAssumptionsGiven() throws IOException {
        RunOutput some =
                backfill(
                        "some",
                        onlyOrders(folder.resolve("sales")),
                        "--from=2024-01-08",
                        "--to=2024-02-20",
                        "--assumptions=" + assumptions(7, 3));

        assertThat(some.column("orders", "id"))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        run.rows("orders").stream()
                                .filter(row -> isWithin(row, "2024-01-08", "2024-02-20"))
                                .map(row -> row.getField("id"))
                                .toList());
        assertThat(some.rows("plan")).isNotEmpty().allSatisfy(line -> isAssumed(line, 7, 3));
    }

    private static RunOutput backfill(String name, Path input, String... options) {
        return RunOutput.ofBackfill("--events=" + input, folder.resolve(name), options);
    }

    /** What an earlier run left, had it given its clusters other names. */
    private static Path withRenamedClusters(Path previous) throws IOException {
        Files.createDirectories(previous.resolve("csv"));
        Files.writeString(
                previous.resolve("csv/brand_scores.csv"),
                run.texts().get("brand_scores.csv").replace(CLUSTER, RENAMED));
        return previous;
    }

    private static Path onlyOrders(Path history) throws IOException {
        Files.createDirectory(history);
        return Files.copy(events.resolve("orders.csv"), history.resolve("orders.csv")).getParent();
    }

    private static Path assumptions(int packUnits, int leadTimeDays) throws IOException {
        return Files.writeString(
                folder.resolve("assumptions.properties"),
                "supplier.pack-units=%d%nsupplier.lead-time-days=%d%n"
                        .formatted(packUnits, leadTimeDays));
    }

    private static boolean isWithin(NamedCsvRecord row, String from, String to) {
        LocalDate day = LocalDate.parse(row.getField("event_time").substring(0, 10));
        return !day.isBefore(LocalDate.parse(from)) && !day.isAfter(LocalDate.parse(to));
    }

    private static void isAssumed(NamedCsvRecord line, long packUnits, long leadTimeDays) {
        assertThat(line.getField("assumed")).isEqualTo("true");
        assertThat(Long.parseLong(line.getField("quantity")) % packUnits).isZero();
        assertThat(LocalDate.parse(line.getField("arrival_day")))
                .isEqualTo(LocalDate.parse(line.getField("order_day")).plusDays(leadTimeDays));
    }
}
