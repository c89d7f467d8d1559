package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Messages that nobody should have sent, through the verbs that read messages. */
class BadMessagesTest {

    private static final String ENDLESS = "where is my parcel ".repeat(5_500);

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private Path messages;

    @BeforeEach
    void write() throws IOException {
        messages =
                Files.writeString(
                        folder.resolve("messages.csv"),
                        String.join(
                                "\n",
                                "id,text",
                                "empty,",
                                "endless," + ENDLESS,
                                "script,где моя посылка",
                                "emoji,😡😡",
                                "markup,\"<script>refund refund</script><b>where is my</b> parcel<img src=x onerror=\"\"refund()\"\">\"",
                                "unclosed,<script where is my parcel",
                                "control,\"where\u0000 is\u202E my\u200B parcel\"",
                                "good,where is my parcel\n"));
    }

    @Test
    void classifyLabelsWhatCanBeReadAndSaysWhyNotTheRest() throws IOException {
        Path texts =
                Files.writeString(
                        folder.resolve("texts.csv"),
                        "text,label\nwhere is my parcel,delivery\nmy parcel is late,delivery\n"
                                + "refund my money,refund\nrefund the order,refund\n");
        String model = folder.resolve("model").toString();
        assertThat(
                        run(
                                "train",
                                "classifier",
                                "--method=linear",
                                "--input=" + texts,
                                "--output=" + model))
                .as(error.toString())
                .isZero();

        assertThat(run("classify", "--model=" + model, "--input=" + messages, "--id=id")).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(line(lines, "empty")).startsWith("empty,,0.000000,The message is empty.");
        assertThat(line(lines, "endless")).startsWith("endless,delivery,").endsWith(",");
        assertThat(line(lines, "script")).contains("is in the script CYRILLIC");
        assertThat(line(lines, "emoji")).contains("holds no word");
        for (String readable : List.of("markup", "unclosed", "control", "good")) {
            assertThat(line(lines, readable)).startsWith(readable + ",delivery,").endsWith(",");
        }
        assertThat(line(lines, "markup")).endsWith(line(lines, "good").substring(5));
        assertThat(error.toString()).contains("Judged 5 messages; 3 could not be judged");
    }

    @Test
    void answerAnswersWhatCanBeReadAndHandsOverTheRest() throws IOException {
        Path book =
                Files.writeString(
                        folder.resolve("book.csv"),
                        "question,answer\nwhere is my parcel,See tracking.\nhow do I pay,By card.\n");

        assertThat(run("answer", "--book=" + book, "--input=" + messages, "--id=id"))
                .as(error.toString())
                .isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(line(lines, "empty")).contains(",person,The message is empty.");
        assertThat(line(lines, "script")).contains(",person,No past question is like the message");
        assertThat(line(lines, "emoji")).contains(",person,").contains("holds no word");
        assertThat(line(lines, "endless")).startsWith("endless,See tracking.,");
        for (String readable : List.of("markup", "control", "good")) {
            assertThat(line(lines, readable))
                    .isEqualTo(readable + ",See tracking.,1.000000,machine,");
        }
        assertThat(out.toString()).doesNotContain("onerror").doesNotContain("<script");
    }

    private static String line(List<String> lines, String id) {
        return lines.stream().filter(line -> line.startsWith(id + ",")).findFirst().orElseThrow();
    }

    private int run(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }
}
