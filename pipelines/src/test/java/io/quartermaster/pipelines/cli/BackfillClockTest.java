package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What lies in the future is told by the clock that the command is given. */
class BackfillClockTest {

    private static final Instant NOW = Instant.parse("2024-02-20T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void keepsOutWhatLiesAfterItsClock() throws IOException {
        Path events = folder.resolve("events");
        RunOutput.run("generate", "--brands=2", "--skus=6", "--days=60", "--output=" + events);
        RunOutput run = backfill(events);

        assertThat(run.column("orders", "event_time").map(Instant::parse))
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time).isBeforeOrEqualTo(NOW));
        List<NamedCsvRecord> rejected = run.rows("quarantine");
        assertThat(rejected).anySatisfy(BackfillClockTest::liesInTheFuture);
    }

    private static void liesInTheFuture(NamedCsvRecord row) {
        assertThat(row.getField("reason")).contains("future");
    }

    private RunOutput backfill(Path events) {
        Path output = folder.resolve("run");
        StringWriter error = new StringWriter();
        CommandLine line =
                new CommandLine(new BackfillCommand(Clock.fixed(NOW, ZoneOffset.UTC)))
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(error));
        int code =
                line.execute(
                        "--events=" + events,
                        "--model=none",
                        "--tail-days=7",
                        "--output=" + output);
        assertThat(code).as(error.toString()).isZero();
        return new RunOutput(output);
    }
}
