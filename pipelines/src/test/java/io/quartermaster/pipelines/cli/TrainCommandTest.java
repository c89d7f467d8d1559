package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TrainCommandTest {

    @TempDir private Path folder;
    private final StringWriter error = new StringWriter();

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
        assertThat(TrainingRun.report(model).path("losses")).hasSize(2);
        assertThat(model.resolve("model.properties")).exists();
        for (String run : List.of("train", "validation")) {
            assertThat(model.resolve("events").resolve(run)).isNotEmptyDirectory();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mse, adam, 0.01",
        "pinball, rmsprop, 0.003",
        "negative-binomial, adagrad, 0.05",
        "pinball, momentum, 0.01",
        "mse, sgd, 0.05"
    })
    void everyLossAndOptimizerLearns(String loss, String optimizer, String rate)
            throws IOException {
        Path model = folder.resolve("model");
        int code =
                train(
                        "lstm",
                        "--input=" + series(),
                        "--horizon=7",
                        "--hidden=8",
                        "--layers=2",
                        "--epochs=6",
                        "--loss=" + loss,
                        "--optimizer=" + optimizer,
                        "--learning-rate=" + rate,
                        "--output=" + model);
        assertThat(code).as(error.toString()).isZero();
        JsonNode losses = TrainingRun.report(model).path("losses");
        assertThat(losses.path(5).path("training").asDouble())
                .isLessThan(losses.path(0).path("training").asDouble());
        assertThat(losses.path(5).path("validation").asDouble())
                .isLessThan(losses.path(0).path("validation").asDouble());
    }

    @Test
    void stopsEarlyAndKeepsTheBestEpoch() throws IOException {
        Path model = folder.resolve("model");
        int code =
                train(
                        "lstm",
                        "--profile=basic",
                        "--input=" + sales(),
                        "--hidden=8",
                        "--epochs=200",
                        "--learning-rate=0.1",
                        "--patience=2",
                        "--output=" + model);
        assertThat(code).as(error.toString()).isZero();
        JsonNode report = TrainingRun.report(model);
        int best = report.path("best_epoch").asInt();
        assertThat(report.path("losses")).hasSize(best + 2).hasSizeLessThan(200);
        double least = report.path("losses").path(best - 1).path("validation").asDouble();
        report.path("losses")
                .forEach(
                        loss ->
                                assertThat(loss.path("validation").asDouble())
                                        .isGreaterThanOrEqualTo(least));
    }

    @Test
    void searchesBeforeItTrains() throws IOException {
        Path model = folder.resolve("model");
        int code =
                train(
                        "lstm",
                        "--profile=basic",
                        "--search",
                        "--input=" + sales(),
                        "--hidden=4",
                        "--epochs=4",
                        "--output=" + model);
        assertThat(code).as(error.toString()).isZero();
        assertThat(error.toString())
                .contains("round 2: learning rate")
                .contains("Best: learning rate");
        JsonNode trials = new ObjectMapper().readTree(model.resolve("search.json").toFile());
        assertThat(trials).hasSize(9);
        assertThat(trials.path(0).path("hidden").asInt()).isEqualTo(4);
        assertThat(TrainingRun.report(model).path("losses")).hasSize(4);
        assertThat(model.resolve("search")).doesNotExist();
    }

    /** Days on promotion sell three times as much: known ahead, they are forecast so. */
    @Test
    void forecastsPromotionsThatAreKnownAhead() throws IOException {
        Path told = forecastPromoted("--ahead");
        Path masked = forecastPromoted("--ahead", "--mask=promotion,price");
        assertThat(mean(told, 3) / mean(told, 4)).isGreaterThan(2);
        assertThat(mean(masked, 3) / mean(masked, 4)).isBetween(0.7, 1.4);
    }

    private Path forecastPromoted(String... how) throws IOException {
        Path model = folder.resolve("model" + how.length);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "lstm",
                                "--input=" + promoted(),
                                "--horizon=7",
                                "--hidden=16",
                                "--epochs=20",
                                "--output=" + model));
        arguments.addAll(List.of(how));
        int code = train(arguments.toArray(String[]::new));
        assertThat(code).as(error.toString()).isZero();
        Path out = folder.resolve("promoted" + how.length + ".csv");
        code =
                run(
                        "forecast",
                        "--input=" + promoted(),
                        "--model=" + model,
                        "--models=lstm",
                        "--horizon=7",
                        "--output=" + out);
        assertThat(code).as(error.toString()).isZero();
        return out;
    }

    /** Mean of the first series' step, from 1. */
    private static double mean(Path forecast, int step) throws IOException {
        return Double.parseDouble(Files.readAllLines(forecast).get(step).split(",", -1)[3]);
    }

    /** Eight series; promotions come by chance, of the last seven days the third has one. */
    private Path promoted() throws IOException {
        List<String> lines = new ArrayList<>(List.of("unique_id,ds,y,promotion,price"));
        LocalDate first = LocalDate.of(2024, 1, 1);
        SplittableRandom random = new SplittableRandom(4);
        for (int series = 0; series < 8; series++) {
            for (int day = 0; day < 167; day++) {
                boolean isKnown = day < 160;
                int promotion = isKnown ? (random.nextInt(5) == 0 ? 1 : 0) : day == 162 ? 1 : 0;
                int units = (6 + series + random.nextInt(3)) * (promotion == 1 ? 3 : 1);
                lines.add(
                        "s%d,%s,%s,%d,%d"
                                .formatted(
                                        series,
                                        first.plusDays(day),
                                        isKnown ? units : "",
                                        promotion,
                                        10 - 2 * promotion));
            }
        }
        return Files.write(folder.resolve("promotions.csv"), lines);
    }

    /** 12 days are a history for what learnt from many. */
    @Test
    void forecastsASeriesShorterThanTheEncoder() throws IOException {
        Path model = folder.resolve("model");
        train(
                "lstm",
                "--input=" + series(),
                "--horizon=7",
                "--hidden=16",
                "--epochs=60",
                "--output=" + model);
        List<String> lines = Files.readAllLines(series()).subList(0, 1 + 2 * 12);
        Path young = Files.write(folder.resolve("young.csv"), lines);
        Path out = folder.resolve("forecast.csv");
        int code =
                run(
                        "forecast",
                        "--input=" + young,
                        "--model=" + model,
                        "--models=lstm",
                        "--horizon=7",
                        "--output=" + out);
        assertThat(code).as(error.toString()).isZero();
        List<String> rows = Files.readAllLines(out);
        assertThat(rows).hasSize(15);
        for (int step = 0; step < 7; step++) {
            assertThat(Double.parseDouble(rows.get(1 + step).split(",", -1)[3]))
                    .isCloseTo(3 + (12 + step) % 7, within(2.0));
        }
    }

    @Test
    void trainsTheBasicProfileAndForecastsWithIt() throws IOException {
        Path model = folder.resolve("model");
        Path sales = sales();
        int code = train("lstm", "--profile=basic", "--input=" + sales, "--output=" + model);
        assertThat(code).as(error.toString()).isZero();
        assertThat(error.toString()).contains("epoch 10: training loss");
        JsonNode losses = TrainingRun.report(model).path("losses");
        assertThat(losses).hasSize(10);
        assertThat(losses.path(9).path("validation").asDouble()).isBetween(0.0, 0.1);
        assertThat(Files.readString(model.resolve("model.properties")))
                .contains("features=basic-1\n")
                .contains("hidden=128\n")
                .contains("inputs=6\n")
                .contains("learning_rate=0.01\n")
                .contains("loss=mse\n")
                .contains("falling=false\n")
                .contains("clip_norm=0.0\n");
        Path out = folder.resolve("forecast.csv");
        code =
                run(
                        "forecast",
                        "--input=" + sales,
                        "--model=" + model,
                        "--models=lstm",
                        "--horizon=14",
                        "--output=" + out);
        assertThat(code).as(error.toString()).isZero();
        List<String> rows = Files.readAllLines(out);
        assertThat(rows).hasSize(15).element(1).asString().startsWith("series,2024-07-29,lstm,");
        for (int step = 0; step < 14; step++) {
            String[] fields = rows.get(1 + step).split(",", -1);
            assertThat(Double.parseDouble(fields[3])).isCloseTo(20 + 5 * (step % 7), within(4.0));
            assertThat(Double.parseDouble(fields[4])).isLessThan(Double.parseDouble(fields[6]));
        }
    }

    @Test
    void theBasicProfileHasOneLoss() throws IOException {
        Path model = folder.resolve("model");
        int code =
                train(
                        "lstm",
                        "--profile=basic",
                        "--loss=pinball",
                        "--input=" + sales(),
                        "--output=" + model);
        assertThat(code).isEqualTo(1);
        assertThat(error.toString())
                .contains("The profile basic learns by squared error, not by (pinball).");
        assertThat(model).doesNotExist();
    }

    @Test
    void namesTheModelsThatItCanTrain() {
        assertThat(train()).isEqualTo(2);
        assertThat(error.toString())
                .contains("train lstm")
                .contains("train ranker")
                .contains("train late")
                .contains("train content");
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

    /** 30 weeks of a weekly wave from a Monday on. */
    private Path sales() throws IOException {
        List<String> lines = new ArrayList<>(List.of("date,sales"));
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int day = 0; day < 210; day++) {
            lines.add("%s,%d".formatted(first.plusDays(day), 20 + 5 * (day % 7) + day * 31 % 3));
        }
        return Files.write(folder.resolve("sales.csv"), lines);
    }

    private int train(String... arguments) {
        return TrainingRun.train(error, arguments);
    }

    private int run(String... arguments) {
        return TrainingRun.run(error, arguments);
    }
}
