package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train ranker} and {@code rank-items}. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class RankerCommandsTest {

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
                .contains("this model on 40 lines held out: squared error");
        JsonNode report = TrainingRun.report(model);
        assertThat(report.path("losses")).hasSize(10);
        assertThat(report.path("losses").path(9).path("validation").asDouble())
                .isLessThan(report.path("means_error").asDouble());
        assertThat(model.resolve("saved_model.pb")).exists();
    }

    /** A model that has learnt nothing is not let in the place of one that has. */
    @Test
    void keepsABetterRankerAndRanksByIt() throws IOException {
        Path model = folder.resolve("model");
        assertThat(ranker(model, "--profile=full", "--epochs=30")).isZero();
        assertThat(error.toString())
                .contains("this model on 20 lines held out", "log loss", "the basic profile on 20");
        String version = Files.readString(model.resolve("model.properties"));

        assertThat(ranker(model, "--learning-rate=1e-9", "--overwrite")).isZero();
        assertThat(error.toString()).contains("stays: it is better");
        assertThat(Files.readString(model.resolve("model.properties"))).isEqualTo(version);

        Path ranked = folder.resolve("ranked.csv");
        assertThat(
                        run(
                                "rank-items",
                                "--input=" + candidates(),
                                "--model=" + model,
                                "--output=" + ranked))
                .as(error.toString())
                .isZero();
        List<String> lines = Files.readAllLines(ranked);
        assertThat(lines.get(0)).isEqualTo("user,item,rank,score");
        assertThat(lines.get(1)).startsWith("u2,good,1,");
        assertThat(lines.get(2)).startsWith("u2,dear,2,");
        assertThat(lines.get(3)).startsWith("u1,good,1,0.");
    }

    @Test
    void rankItemsRefusesAFileWithoutAFeature() throws IOException {
        Path model = folder.resolve("model");
        assertThat(ranker(model)).isZero();
        Path file = Files.writeString(folder.resolve("c.csv"), "user,item,score\nu,i,1\n");
        assertThat(run("rank-items", "--input=" + file, "--model=" + model)).isEqualTo(1);
        assertThat(error.toString()).contains("price").doesNotContain("\tat ");
    }

    private int ranker(Path model, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "ranker",
                                "--input=" + shown(),
                                "--label=bought",
                                "--features=score,price",
                                "--output=" + model));
        arguments.addAll(List.of(more));
        return train(arguments.toArray(String[]::new));
    }

    private Path candidates() throws IOException {
        return Files.writeString(
                folder.resolve("candidates.csv"),
                """
                user,item,score,price
                u2,dear,0.5,80
                u2,good,0.9,20
                u1,good,0.9,20
                """);
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

    @ParameterizedTest
    @CsvSource({"--profile=large, large", "--epochs=0, epochs", "--learning-rate=-1, learning"})
    void refusesSettingsThatCannotBe(String setting, String said) throws IOException {
        Path model = folder.resolve("model");
        assertThat(ranker(model, setting)).isNotZero();
        assertThat(error.toString()).contains(said).doesNotContain("\tat ");
        assertThat(model).doesNotExist();
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

    private int train(String... arguments) {
        return TrainingRun.train(error, arguments);
    }

    private int run(String... arguments) {
        return TrainingRun.run(error, arguments);
    }
}
