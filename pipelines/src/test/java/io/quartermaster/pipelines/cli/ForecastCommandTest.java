package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ForecastCommandTest {

    @TempDir private Path folder;

    private final StringWriter error = new StringWriter();
    private Path input;

    @BeforeEach
    void series() throws IOException {
        input = folder.resolve("series.csv");
        StringBuilder text = new StringBuilder("unique_id,ds,y\n");
        for (int day = 0; day < 120; day++) {
            LocalDate date = LocalDate.of(2025, 1, 1).plusDays(day);
            text.append("weekly,").append(date).append(',').append(5 + 3 * (day % 7)).append('\n');
            text.append("level,").append(date).append(',').append(4 + day % 2).append('\n');
        }
        text.append("young,2025-04-30,3\n");
        Files.writeString(input, text);
    }

    @Test
    void autoGivesExactlyOneRowPerSeriesAndStep() throws IOException {
        List<String> rows = forecast("--horizon", "3");
        assertThat(rows.get(0)).isEqualTo("unique_id,ds,model,mean,q0.1,q0.5,q0.9");
        assertThat(rows).hasSize(1 + 3 * 3);
        assertThat(rows.subList(1, rows.size()).stream().map(row -> row.split(",", -1)[1]))
                .containsOnly("2025-05-01", "2025-05-02", "2025-05-03");
        assertThat(rows)
                .filteredOn(row -> row.startsWith("young,"))
                .allMatch(row -> row.contains(",seasonal_naive,3,"));
    }

    @Test
    void namedModelsGiveARowEachAndQuantilesAreThoseAskedFor() throws IOException {
        List<String> rows =
                forecast(
                        "--horizon",
                        "2",
                        "--models",
                        "seasonal_naive,regression",
                        "--quantiles",
                        "0.25,0.75");
        assertThat(rows.get(0)).isEqualTo("unique_id,ds,model,mean,q0.25,q0.75");
        assertThat(rows).hasSize(1 + 3 * 2 * 2);
        assertThat(rows).contains("weekly,2025-05-01,seasonal_naive,8,8,8");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
    void aModelIsTrainedAndForecasts() throws IOException {
        Path model = folder.resolve("model");
        assertThat(
                        run(
                                "train",
                                "lstm",
                                "--input",
                                input.toString(),
                                "--output",
                                model.toString(),
                                "--horizon",
                                "3",
                                "--hidden",
                                "8",
                                "--epochs",
                                "2"))
                .isZero();
        assertThat(Files.readString(model.resolve("training.json")))
                .contains("\"epoch\" : 2", "\"validation\"", "\"version\"");
        assertThat(error.toString()).contains("epoch 1: training loss", "validation loss");
        List<String> rows =
                forecast("--horizon", "3", "--models", "lstm", "--model", model.toString());
        assertThat(rows).hasSize(1 + 2 * 3).element(1).asString().contains(",lstm,");
    }

    @Test
    void forecastsByTheModelsOfASeriesByItself() throws IOException {
        List<String> rows =
                forecast("--horizon", "3", "--models", "ets,theta,arima,croston,sba,tsb");

        assertThat(rows).hasSize(1 + 3 * 3 * 6);
        for (String model : List.of("ets", "theta", "arima", "croston", "sba", "tsb")) {
            assertThat(rows).filteredOn(row -> row.contains("," + model + ",")).hasSize(3 * 3);
        }
    }

    @Test
    void badInputLeavesNothingAndSaysWhy() {
        Path output = folder.resolve("out.csv");
        assertThat(
                        run(
                                "forecast",
                                "--input",
                                input.toString(),
                                "--horizon",
                                "3",
                                "--models",
                                "lstm",
                                "--output",
                                output.toString()))
                .isEqualTo(1);
        assertThat(error.toString())
                .contains("The model (lstm) is not to be had.")
                .doesNotContain("\tat ");
        assertThat(output).doesNotExist();
        assertThat(run("forecast", "--input", input.toString())).isEqualTo(2);
        assertThat(
                        run(
                                "forecast",
                                "--input",
                                input.toString(),
                                "--horizon",
                                "0",
                                "--output",
                                output.toString()))
                .isEqualTo(1);
        assertThat(
                        run(
                                "forecast",
                                "--input",
                                input.toString(),
                                "--horizon",
                                "1",
                                "--quantiles",
                                "1.5",
                                "--output",
                                output.toString()))
                .isEqualTo(1);
    }

    private List<String> forecast(String... more) throws IOException {
        Path output = folder.resolve("out.csv");
        String[] arguments = new String[more.length + 5];
        arguments[0] = "forecast";
        arguments[1] = "--input";
        arguments[2] = input.toString();
        arguments[3] = "--output";
        arguments[4] = output.toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        assertThat(run(arguments)).as(error.toString()).isZero();
        return Files.readAllLines(output);
    }

    private int run(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}
