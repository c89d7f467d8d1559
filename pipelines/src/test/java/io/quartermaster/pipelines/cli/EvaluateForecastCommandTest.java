package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quartermaster.pipelines.event.RealData;
import io.quartermaster.pipelines.forecast.series.WideSeries;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateForecastCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    /** Published: naive 9.161 and 2.777; Theta of the competition 9.093 and 2.637. */
    @Test
    void reachesThePublishedScoresOfTheM4Competition() throws IOException {
        JsonNode models =
                measured(
                        "--train",
                        inLongForm("m4_weekly_train").toString(),
                        "--test",
                        inLongForm("m4_weekly_test").toString(),
                        "--horizon=13",
                        "--season=1",
                        "--models=seasonal_naive,theta");

        assertThat(models.at("/seasonal_naive/smape").asDouble()).isCloseTo(9.161, within(0.001));
        assertThat(models.at("/seasonal_naive/mase").asDouble()).isCloseTo(2.777, within(0.001));
        assertThat(models.at("/naive2/owa").asDouble()).isEqualTo(1);
        assertThat(models.at("/theta/smape").asDouble()).isCloseTo(9.093, within(0.01));
        assertThat(models.at("/theta/mase").asDouble()).isCloseTo(2.637, within(0.01));
        assertThat(models.at("/theta/owa").asDouble()).isCloseTo(0.971, within(0.001));
    }

    /** Origins after 4 and 6 values: naive forecasts 4 and 6, errors 1, 2 and 1, 2. */
    @Test
    void rollsTheOriginOverTheLastSteps() throws IOException {
        JsonNode models =
                measured(
                        "--input",
                        file("rising", 8).toString(),
                        "--horizon=2",
                        "--windows=2",
                        "--season=1",
                        "--models=seasonal_naive");

        JsonNode naive = models.path("seasonal_naive");
        assertThat(naive.path("windows").asInt()).isEqualTo(2);
        assertThat(naive.path("mase").asDouble()).isEqualTo(1.5);
        assertThat(naive.path("wape").asDouble()).isCloseTo(6.0 / 26, within(1e-6));
    }

    @Test
    void measuresTheChoiceBesideTheModels() throws IOException {
        JsonNode models =
                measured(
                        "--input",
                        file("rising", 60).toString(),
                        "--horizon=2",
                        "--models=auto,ets");

        assertThat(models.fieldNames()).toIterable().containsExactly("auto", "ets", "naive2");
    }

    @Test
    void writesATableAndNamesWhatIsTooShort() throws IOException {
        Path input = file("rising", 30);
        Files.writeString(input, Files.readString(input) + "short,1,5\n");

        assertThat(run("--input", input.toString(), "--horizon=3", "--models=ets")).isZero();

        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .element(0)
                .asString()
                .startsWith("model   windows")
                .contains("MASE", "sMAPE", "OWA", "RMSSE", "WAPE", "under 0.1", "band");
        assertThat(error.toString())
                .contains("The series (short) has 1 steps; an origin needs more than 3.");
    }

    @Test
    void refusesWhatCannotBeMeasured() throws IOException {
        Path input = file("rising", 5);
        assertThat(run("--input", input.toString(), "--horizon=5")).isEqualTo(1);
        assertThat(error.toString())
                .contains("No series can be measured: The series (rising) has 5 steps")
                .contains("\nMaybe a shorter --horizon");
        assertThat(run("--horizon=5")).isEqualTo(1);
        assertThat(error.toString()).contains("Either --input or both --train and --test");
        assertThat(run("--input", input.toString(), "--horizon=0")).isEqualTo(1);
        assertThat(run("--input", input.toString(), "--horizon=1", "--scale-season=0"))
                .isEqualTo(1);
    }

    private Path file(String id, int steps) throws IOException {
        StringBuilder text = new StringBuilder("unique_id,ds,y\n");
        for (int step = 1; step <= steps; step++) {
            text.append(id).append(',').append(step).append(',').append(step).append('\n');
        }
        return Files.writeString(folder.resolve("series.csv"), text);
    }

    private Path inLongForm(String name) throws IOException {
        Path file = RealData.path("forecast/" + name + ".csv.gz");
        return Files.writeString(folder.resolve(name + ".csv"), WideSeries.asLong(file));
    }

    private JsonNode measured(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--format=json";
        assertThat(run(all)).as(error.toString()).isZero();
        return new ObjectMapper().readTree(out.toString()).path("models");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "evaluate";
        all[1] = "forecast";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(all);
    }
}
