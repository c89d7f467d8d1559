package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TrainCommandTest {

    @TempDir private Path folder;
    private final StringWriter error = new StringWriter();

    @Test
    void trainsARankerAndTellsEveryEpoch() throws IOException {
        Path model = folder.resolve("model");
        int code =
                train(
                        "ranker",
                        "--profile=basic",
                        "--input=" + shown(),
                        "--label=bought",
                        "--features=score,price",
                        "--output=" + model);
        assertThat(code).as(error.toString()).isZero();
        assertThat(error.toString())
                .contains("epoch 10: training loss")
                .contains("Squared error on 40 lines held out");
        JsonNode report = training(model);
        assertThat(report.path("losses")).hasSize(10);
        assertThat(report.path("losses").path(9).path("validation").asDouble())
                .isLessThan(report.path("means_error").asDouble());
        assertThat(model.resolve("saved_model.pb")).exists();
    }

    @Test
    void trainsAnLstmAndTellsEveryEpoch() throws IOException {
        Path model = folder.resolve("model");
        int code =
                train(
                        "lstm",
                        "--input=" + series(),
                        "--horizon=7",
                        "--hidden=4",
                        "--epochs=2",
                        "--output=" + model);
        assertThat(code).as(error.toString()).isZero();
        assertThat(error.toString()).contains("epoch 2: training loss");
        assertThat(training(model).path("losses")).hasSize(2);
        assertThat(model.resolve("model.properties")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "bought, 'score,bought', label (bought) is among the features",
        "bought, 'score,score', feature (score) is named twice",
        "bought, 'score,colour', colour",
        "sold, 'score,price', sold"
    })
    void refusesColumnsThatDoNotFit(String label, String features, String said) throws IOException {
        Path model = folder.resolve("model");
        int code =
                train(
                        "ranker",
                        "--input=" + shown(),
                        "--label=" + label,
                        "--features=" + features,
                        "--output=" + model);
        assertThat(code).isEqualTo(1);
        assertThat(error.toString()).contains(said).doesNotContain("\tat ");
        assertThat(model).doesNotExist();
    }

    @Test
    void namesTheModelsThatItCanTrain() {
        assertThat(train()).isEqualTo(2);
        assertThat(error.toString())
                .contains("train lstm")
                .contains("train ranker")
                .contains("train late");
    }

    /** 200 lines of which the better scored and the cheaper were bought. */
    private Path shown() throws IOException {
        List<String> lines = new ArrayList<>(List.of("score,price,bought"));
        for (int i = 0; i < 200; i++) {
            double score = (i * 37 % 100) / 100.0;
            int price = 5 + i * 53 % 90;
            lines.add("%s,%d,%d".formatted(score, price, score * 100 > price ? 1 : 0));
        }
        return Files.write(folder.resolve("shown.csv"), lines);
    }

    private Path series() throws IOException {
        List<String> lines = new ArrayList<>(List.of("unique_id,ds,y"));
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int day = 0; day < 120; day++) {
            for (String series : List.of("a", "b")) {
                lines.add("%s,%s,%d".formatted(series, first.plusDays(day), 3 + day % 7));
            }
        }
        return Files.write(folder.resolve("series.csv"), lines);
    }

    private static JsonNode training(Path model) throws IOException {
        return new ObjectMapper().readTree(model.resolve("training.json").toFile());
    }

    private int train(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "train";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error, true));
        return line.execute(all);
    }
}
