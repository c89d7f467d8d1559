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
        assertThat(rows.get(0)).isEqualTo("unique_id,ds,model,mean,q0.1,q0.5,q0.9,reason");
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
        assertThat(rows.get(0)).isEqualTo("unique_id,ds,model,mean,q0.25,q0.75,reason");
        assertThat(rows).hasSize(1 + 3 * 2 * 2);
        assertThat(rows).contains("weekly,2025-05-01,seasonal_naive,8,8,8,");
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
        assertThat(rows).hasSize(1 + 3 * 3).element(1).asString().contains(",lstm,");
        assertThat(rows)
                .filteredOn(row -> row.startsWith("young,"))
                .allMatch(row -> row.endsWith(",lstm needs more steps"));
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

    /** One file with everything that can be wrong: each series has its forecast. */
    @Test
    void oneBadSeriesNeverStopsTheOthers() throws IOException {
        StringBuilder text = new StringBuilder("unique_id,ds,y\n");
        for (int day = 1; day <= 28; day++) {
            String date = "2025-03-%02d".formatted(day);
            text.append("zeros,").append(date).append(",0\n");
            text.append("constant,").append(date).append(",4\n");
            text.append("spike,").append(date).append(day == 20 ? ",1000000000\n" : ",6\n");
            text.append("negative,").append(date).append(day % 5 == 0 ? ",-2\n" : ",9\n");
            text.append("missing,").append(date).append(day % 3 == 0 ? ",NaN\n" : ",8\n");
            text.append(day % 9 == 0 ? "" : "gaps," + date + ",3\n");
        }
        text.append("infinite,2025-03-28,inf\ninfinite,2025-03-27,2\npoint,2025-03-28,5\n");
        text.append("twice,2025-03-28,5\ntwice,2025-03-28,6\nnever,2025-03-28,\n");
        Files.writeString(input, text);

        List<String> rows = forecast("--horizon=40", "--models=ets,arima,theta,regression");

        for (String id :
                List.of(
                        "constant",
                        "gaps",
                        "infinite",
                        "missing",
                        "negative",
                        "point",
                        "spike",
                        "twice",
                        "zeros")) {
            assertThat(rows).filteredOn(row -> row.startsWith(id + ",")).hasSize(4 * 40);
        }
        assertThat(rows).noneMatch(row -> row.contains("NaN") || row.startsWith("never,"));
        assertThat(rows).anyMatch(row -> row.startsWith("point,") && row.endsWith(",1 value"));
        assertThat(rows).anyMatch(row -> row.startsWith("zeros,") && row.endsWith(",no demand"));
        assertThat(error.toString())
                .contains(
                        "The series (spike) has (1000000000) at the time (2025-03-20), which is no plausible value",
                        "The series (infinite) has (Infinity)",
                        "The series (negative) has (-2) at the time (2025-03-05), below 0",
                        "The series (gaps) lacks 3 of 28 steps",
                        "The series (twice) has the time (2025-03-28) twice, with (5) and (6)",
                        "The series (point) has fewer values (1) than steps to forecast (40).");
    }

    /** Demand halves when the price doubles; the price of the three days ahead is announced. */
    @Test
    void rowsWithoutAValueAtTheEndAreWhatIsForecast() throws IOException {
        StringBuilder text = new StringBuilder("unique_id,ds,y,price\n");
        for (int step = 1; step <= 90; step++) {
            int price = step % 4 == 0 ? 2 : 1;
            text.append("a,").append(step).append(',').append(100 / price).append(',');
            text.append(price).append('\n');
        }
        Files.writeString(input, text + "a,91,,1\na,92,,2\na,94,,1\n");

        List<String> rows = forecast("--models=regression", "--season=1");

        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).startsWith("a,91,regression,");
        assertThat(rows.get(3)).startsWith("a,94,regression,");
        double usual = Double.parseDouble(rows.get(1).split(",", -1)[3]);
        double dear = Double.parseDouble(rows.get(2).split(",", -1)[3]);
        assertThat(usual).isBetween(90.0, 110.0);
        assertThat(dear).isBetween(40.0, 60.0);
        assertThat(run("forecast", "--input", input.toString(), "--covariates=feat")).isEqualTo(1);
        assertThat(error.toString())
                .contains(
                        "The covariate (feat) is no column of the file; it has (unique_id,ds,y,price)");
    }

    @Test
    void withoutAHorizonAndRowsAheadItRefuses() {
        assertThat(run("forecast", "--input", input.toString())).isEqualTo(1);
        assertThat(error.toString())
                .contains("so the horizon is not known.\nMaybe add --horizon N.");
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
        assertThat(run("forecast", "--horizon", "3")).isEqualTo(2);
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
