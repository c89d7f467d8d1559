package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** train classifier, classify and evaluate classify. */
class ClassifierCommandsTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private Path table;

    @BeforeEach
    void writeTable() throws IOException {
        StringBuilder rows = new StringBuilder("message,topic\n");
        for (String when : List.of("now", "please", "today", "again", "at last", "really")) {
            rows.append("Where is my parcel %s?,delivery\n".formatted(when));
            rows.append("\"The courier is late, %s\",delivery\n".formatted(when));
            rows.append("I want my money back %s,refund\n".formatted(when));
            rows.append("Refund me %s,refund\n".formatted(when));
        }
        rows.append(",refund\n");
        table = Files.writeString(folder.resolve("table.csv"), rows);
    }

    @Test
    void trainsThenClassifiesAndMeasures() throws IOException {
        for (String method : List.of("linear", "network")) {
            Path model = folder.resolve(method);
            assertThat(train(model, "--method=" + method)).as(error.toString()).isZero();
            assertThat(error.toString())
                    .contains("Left out 1 texts that are empty or hold no word")
                    .contains("Training on 24 texts");
            JsonNode report = new ObjectMapper().readTree(model.resolve("training.json").toFile());
            assertThat(report.path("left_out").asInt()).isOne();
            assertThat(report.path("labels")).hasSize(2);

            Path asked =
                    Files.writeString(
                            folder.resolve("asked.csv"),
                            "number,text\nA7,My parcel is late\nB2,<b>money</b> back!\nC3,😡\nD4,退款\n");
            assertThat(run("classify", "--model=" + model, "--input=" + asked, "--id=number"))
                    .as(error.toString())
                    .isZero();
            List<String> lines = out.toString().lines().toList();
            assertThat(lines.get(0)).isEqualTo("id,label,confidence,problem");
            assertThat(lines.get(1)).startsWith("A7,delivery,0.");
            assertThat(lines.get(2)).startsWith("B2,refund,0.");
            assertThat(lines.get(3))
                    .isEqualTo(
                            "C3,,0.000000,The message (😡) holds no word. Maybe a person should read it.");
            assertThat(lines.get(4))
                    .contains("D4,,0.000000,The message (退款) is in the script HAN;");
            assertThat(error.toString()).contains("Judged 2 messages; 2 could not be judged");

            assertThat(evaluate("--model=" + model)).as(error.toString()).isZero();
            JsonNode measured = new ObjectMapper().readTree(out.toString());
            assertThat(measured.path("texts").asInt()).isEqualTo(25);
            assertThat(measured.path("accuracy").asDouble()).isEqualTo(0.96);
            assertThat(measured.path("confused")).hasSize(1);
        }
    }

    @Test
    void readsMessagesFromStdinAndWritesJson() throws IOException {
        Path model = folder.resolve("model");
        train(model, "--method=linear");
        InputStream before = System.in;
        try {
            System.setIn(
                    new ByteArrayInputStream(
                            "Where is it, the parcel?\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(run("classify", "--model=" + model, "--input=-", "--json")).isZero();
        } finally {
            System.setIn(before);
        }
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.path("id").asText()).isEqualTo("1");
        assertThat(answer.path("label").asText()).isEqualTo("delivery");
        assertThat(answer.path("confidence").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void measuresByFoldsIntoAFile() throws IOException {
        Path file = folder.resolve("measured.json");
        assertThat(evaluate("--folds=3", "--method=linear", "--output=" + file))
                .as(error.toString())
                .isZero();
        JsonNode measured = new ObjectMapper().readTree(file.toFile());
        assertThat(measured.path("fold_accuracies")).hasSize(3);
        assertThat(measured.path("accuracy").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void writesTheSameModelForTheSameSeed() throws IOException {
        train(folder.resolve("one"), "--method=network");
        train(folder.resolve("two"), "--method=network");
        assertThat(folder.resolve("one/classifier.bin"))
                .hasSameBinaryContentAs(folder.resolve("two/classifier.bin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "--label=mood => lacks the columns (mood)",
                "--label=message => The column (message) cannot hold both the texts and their labels.",
                "--characters=5-2 => The runs of characters (5-2) end before they begin.",
                "--characters=many => The runs of characters (many) cannot be read.",
                "--cost=0 => The cost (0.0) must be above 0.",
                "--validation=0.9 => The share for validation (0.9) is not 0.01 to 0.5.",
                "--min-texts=500 => No term stands in 500 texts or more.",
                "--hidden=0 => The hidden (0) is below 1."
            })
    void refusesWhatDoesNotFit(String option, String said) {
        Path model = folder.resolve("model");
        assertThat(train(model, option)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(said).contains("Maybe").doesNotContain("\tat ");
        assertThat(model).doesNotExist();
    }

    @Test
    void refusesALineWithoutALabelAndAFolderWithoutAModel() throws IOException {
        Files.writeString(table, "message,topic\nlate,delivery\nwhere,\n");
        assertThat(train(folder.resolve("model"))).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("Line 3 of the file").contains("topic is empty");
        assertThat(run("classify", "--model=" + folder, "--input=" + table))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("holds no classifier (classifier.bin)");
        assertThat(evaluate()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("Either --model or --folds must be given.");
        assertThat(run("evaluate")).isEqualTo(Quartermaster.BAD_USAGE);
    }

    private int train(Path model, String... options) {
        return withTable(List.of("train", "classifier", "--output=" + model), options);
    }

    private int evaluate(String... options) {
        return withTable(List.of("evaluate", "classify"), options);
    }

    private int withTable(List<String> verb, String... options) {
        List<String> all = new ArrayList<>(verb);
        all.addAll(List.of("--input=" + table, "--text=message"));
        List<String> given = List.of(options);
        if (given.stream().noneMatch(option -> option.startsWith("--label"))) {
            all.add("--label=topic");
        }
        all.addAll(given);
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        error.getBuffer().setLength(0);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }
}
