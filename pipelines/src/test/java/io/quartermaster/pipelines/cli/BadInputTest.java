package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Input that is bad as a whole: exit 1, one message, nothing at the output. */
class BadInputTest {

    @TempDir private Path folder;
    private final StringWriter error = new StringWriter();

    private void refuses(String message, String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error));
        String[] all = new String[arguments.length + 3];
        all[0] = "backfill";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--output";
        all[arguments.length + 2] = folder.resolve("out").toString();
        assertThat(line.execute(all)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesAMissingFile() {
        refuses("does not exist", "--retail", folder.resolve("none.csv").toString());
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refuses("is empty", "--retail", Files.createFile(folder.resolve("e.csv")).toString());
    }

    @Test
    void refusesAFileOfAnotherShape() throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), "a,b\n1,2\n");
        refuses("lacks the columns", "--retail", file.toString());
    }

    @Test
    void refusesATruncatedGzip() throws IOException {
        Path whole = folder.resolve("w.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            for (int i = 0; i < 5000; i++) {
                out.write(
                        ("line " + i * 31 + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        refuses("cut off or damaged", "--retail", whole.toString());
    }

    @Test
    void refusesAnEmptyFolder() throws IOException {
        refuses("is empty", "--events", Files.createDirectory(folder.resolve("events")).toString());
    }

    @Test
    void refusesAFolderWhereAFileIsAsked() throws IOException {
        refuses("is a folder", "--retail", Files.createDirectory(folder.resolve("dir")).toString());
    }

    @Test
    void refusesNoHistory() {
        refuses("No history is given.");
    }

    @Test
    void refusesAnUnknownOptionKey() {
        refuses(
                "The option (run.horizon) is not known.\nMaybe run.horizon-days.",
                "--retail",
                writtenRetail(),
                "--set",
                "run.horizon=3");
    }

    @Test
    void refusesAnUnknownZone() {
        refuses(
                "The zone (Nowhere) is not known.",
                "--retail",
                writtenRetail(),
                "--zone",
                "Nowhere");
    }

    private String writtenRetail() {
        try {
            return Files.writeString(
                            folder.resolve("r.csv"),
                            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                                    + "1,A,Cup,1,2011-01-04 10:00:00,2.5,7,UK\n")
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
