package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BacktestCommandTest {

    @TempDir private Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter error = new StringWriter();

    @Test
    void replaysGeneratedMarketplaces() throws IOException {
        String arguments = "--skus 12 --days 30 --seeds 2 --ratios 50 --solver greedy";
        assertThat(run(arguments + " --json")).as(error.toString()).isZero();
        String once = out.toString();
        JsonNode answer = new ObjectMapper().readTree(once);
        assertThat(answer.get("replays").asInt()).isEqualTo(2);
        assertThat(answer.get("policies")).hasSize(7);
        JsonNode planner = answer.get("policies").get(5);
        assertThat(planner.get("policy").asText()).isEqualTo("planner");
        double parts =
                planner.get("purchase").asDouble()
                        + planner.get("ordering").asDouble()
                        + planner.get("holding").asDouble()
                        + planner.get("lost_sales").asDouble();
        assertThat(planner.get("total").asDouble()).isCloseTo(parts, within(1e-6));
        assertThat(planner.get("regret").asDouble()).isPositive();
        JsonNode saving = answer.get("planner_saves").get(0);
        assertThat(saving.get("low").asDouble()).isLessThan(saving.get("saved").asDouble());
        assertThat(run(arguments + " --json")).isZero();
        assertThat(out.toString()).isEqualTo(once);
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).contains("perfect foresight (bound)").contains("fair share");
    }

    /** Two invented items, one of which sells; a cancellation and postage are no demand. */
    @Test
    void replaysAFileOfTheRetailForm() throws IOException {
        StringBuilder lines =
                new StringBuilder("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n");
        Random random = new Random(3);
        for (int day = 0; day < 90; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            for (String code : new String[] {"10001", "10002A", "POST"}) {
                lines.append(
                        "%d,%s,%d,%s 10:00:00,2.5\n"
                                .formatted(day, code, 1 + random.nextInt(9), date));
            }
            lines.append("C%d,10001,-3,%s 11:00:00,2.5\n".formatted(day, date));
        }
        Path file = Files.writeString(folder.resolve("retail.csv"), lines);
        String arguments = "--days 21 --ratios 100 --solver greedy --json --retail " + file;
        assertThat(run(arguments)).as(error.toString()).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("replays").asInt()).isEqualTo(1);
        JsonNode planner = answer.get("policies").get(5);
        assertThat(planner.get("purchase").asDouble()).isPositive();
        assertThat(answer.get("planner_saves").get(0).get("low").asText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--ratios 0|The ratio of stock-out to holding cost (0.0)",
                "--ratios NaN|The ratio of stock-out to holding cost (NaN)",
                "--holding-rate -1|the holding rate (-1.0) must be above 0",
                "--days 300|The days replayed (300 of 420) must be 7 or more",
                "--skus 3|the items (3) 12 or more",
                "--seeds 0|The seeds (0) must be 1 or more",
                "--retail /nowhere.csv|/nowhere.csv"
            })
    void refusesWhatCannotBeReplayed(String arguments, String says) {
        assertThat(run(arguments + " --solver greedy")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(says).contains("\nMaybe ").doesNotContain("\tat ");
    }

    private int run(String arguments) {
        out = new StringWriter();
        error = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(("backtest " + arguments).split(" "));
    }
}
