package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What cannot be is refused before the first stage, and leaves nothing. */
class RefusedAtOnceTest {

    private static final String HALF_LIFE = "--set=satisfaction.half-life=0 s";
    private static final String REFUSAL =
            "The option (satisfaction.half-life), PT0S, must be above 0.";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void aBackfillWhoseFifthStageCouldNotRun() throws IOException {
        Path events = folder.resolve("events");
        RunOutput.run("generate", "--brands=2", "--skus=4", "--days=30", "--output=" + events);
        Path output = Files.createDirectory(folder.resolve("results"));

        refuses("backfill", "--events=" + events, HALF_LIFE, "--output=" + output.resolve("run"));
        assertThat(children(output)).isEmpty();
    }

    @Test
    void aDemoBeforeItGeneratesAnything() throws IOException {
        refuses("demo", HALF_LIFE, "--output=" + folder.resolve("demo"));
        assertThat(children(folder)).isEmpty();
    }

    @Test
    void aRunWhoseLastDayIsGivenAsAnOption() throws IOException {
        assertThat(
                        execute(
                                "demo",
                                "--set=run.last-day=2024-05-01",
                                "--output=" + folder.resolve("d")))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .startsWith("A run over a whole history sets the option (run.last-day) itself;")
                .contains("Maybe --to DAY");
        assertThat(children(folder)).isEmpty();
    }

    @Test
    void aModelThatIsNotThere() throws IOException {
        assertThat(
                        execute(
                                "demo",
                                "--model=" + folder.resolve("m"),
                                "--output=" + folder.resolve("d")))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).startsWith("The model folder (").contains("does not exist.");
        assertThat(children(folder)).isEmpty();
    }

    @Test
    void aZoneThatIsGivenTwice() throws IOException {
        assertThat(
                        execute(
                                "demo",
                                "--zone=UTC",
                                "--set=run.zone=Europe/London",
                                "--output=" + folder.resolve("d")))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .startsWith(
                        "The zone is given twice, by --zone (UTC) and as run.zone (Europe/London).");
        assertThat(children(folder)).isEmpty();
    }

    /** Only the check looks for the folder; without it the job would ask the broker first. */
    @Test
    void aJobBeforeItAsksTheBroker() {
        String nowhere = folder.resolve("nowhere").toString();

        assertThat(execute("run", "answers", "--set=text.intent-model-folder=" + nowhere))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .startsWith("The option (text.intent-model-folder) names (%s)".formatted(nowhere))
                .contains("Maybe train one by 'train classifier', or leave it out.");
    }

    private void refuses(String... arguments) {
        assertThat(execute(arguments)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString().lines()).containsExactly(REFUSAL, "Maybe PT1440H.");
        assertThat(out.toString()).isEmpty();
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.toList();
        }
    }
}
