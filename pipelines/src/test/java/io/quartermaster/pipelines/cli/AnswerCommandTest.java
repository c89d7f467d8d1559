package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AnswerCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void answersWhatIsSureAndHandsOverTheRest() throws IOException {
        Path book =
                Files.writeString(
                        folder.resolve("book.csv"),
                        "question,answer\nWhere is my parcel?,See tracking.\nHow do I pay?,By card.\n");
        Path asked =
                Files.writeString(
                        folder.resolve("asked.csv"),
                        "number,text\nA,\"Where is my parcel?\"\nB,How staff pay\nC,\n");

        int code = run("answer", "--book=" + book, "--input=" + asked, "--id=number");

        assertThat(code).as(error.toString()).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("id,answer,confidence,to,problem");
        assertThat(lines.get(1)).isEqualTo("A,See tracking.,1.000000,machine,");
        assertThat(lines.get(2)).startsWith("B,By card.,0.").endsWith(",person,");
        assertThat(lines.get(3))
                .isEqualTo(
                        "C,,0.000000,person,The message is empty. Maybe its column was not filled.");
        assertThat(error.toString()).contains("Answered 1 messages, handed 2 to people");
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        Path book = Files.writeString(folder.resolve("book.csv"), "question,answer\nWhy?,\n");
        assertThat(run("answer", "--book=" + book, "--input=" + book, "--text=question"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("Line 2 of the file").contains("answer is empty");
        assertThat(run("answer", "--book=" + book, "--input=-", "--confidence=2"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The confidence (2.0) must be 0 to 1.\nMaybe 0.8.");
    }

    private int run(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }
}
