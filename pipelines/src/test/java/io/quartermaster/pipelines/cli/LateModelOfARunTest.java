package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run teaches how late suppliers are; the next one tells it of its purchase orders. */
class LateModelOfARunTest {

    @TempDir private static Path folder;
    private static Path events;
    private static Path model;
    private static RunOutput first;

    @BeforeAll
    static void train() {
        events = folder.resolve("events");
        RunOutput.run("generate", "--brands=3", "--skus=9", "--days=60", "--output=" + events);
        first = RunOutput.ofBackfill("--events=" + events, folder.resolve("first"));
        model = folder.resolve("late");
        RunOutput.run("train", "late", "--run=" + first.folder(), "--output=" + model);
    }

    @Test
    void withoutAModelNothingIsTold() throws IOException {
        assertThat(first.rows("late_chances")).isEmpty();
    }

    @Test
    void theNextRunTellsOfEachPurchaseOrderHowLikelyItIsLate() throws IOException {
        RunOutput second =
                RunOutput.ofBackfill(
                        "--events=" + events,
                        folder.resolve("second"),
                        "--set=risk.late-model=" + model);

        List<NamedCsvRecord> told = second.rows("late_chances");
        assertThat(told)
                .extracting(row -> row.getField("order_id"))
                .containsExactlyElementsOf(
                        second.column("purchase_orders", "purchase_order").toList());
        assertThat(told)
                .allSatisfy(
                        row -> {
                            assertThat(Double.parseDouble(row.getField("chance")))
                                    .isBetween(0., 1.);
                            assertThat(row.getField("state")).isEqualTo("planned");
                            assertThat(row.getField("brand")).isNotEmpty();
                            assertThat(row.getField("reason")).contains("of its lines; all lines");
                        });
        assertThat(told.stream().map(row -> row.getField("reason")).distinct().count())
                .isGreaterThan(3);
        assertThat(Files.readString(second.folder().resolve("report.html")))
                .contains("Orders under way that are likely late");
    }

    @Test
    void refusesARunWithoutDeliveriesAndTwoSources() throws IOException {
        StringWriter error = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error));

        assertThat(
                        line.execute(
                                "train",
                                "late",
                                "--run=" + folder,
                                "--output=" + folder.resolve("x")))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("it has no csv/items.csv.");
        assertThat(line.execute("train", "late", "--output=" + folder.resolve("x")))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("--input FILE or from --run DIR, one of the two.");
        Path csv = Files.createDirectories(folder.resolve("none/csv"));
        Files.copy(first.folder().resolve("csv/items.csv"), csv.resolve("items.csv"));
        Files.writeString(
                csv.resolve("deliveries.csv"),
                Files.readAllLines(first.folder().resolve("csv/deliveries.csv")).get(0) + "\n");
        assertThat(
                        line.execute(
                                "train",
                                "late",
                                "--run=" + folder.resolve("none"),
                                "--output=" + folder.resolve("x")))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("tells of no supplier's delivery that was promised");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
