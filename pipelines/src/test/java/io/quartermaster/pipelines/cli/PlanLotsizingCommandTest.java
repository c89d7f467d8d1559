package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quartermaster.pipelines.event.RealData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlanLotsizingCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    /** Two items, two periods: all 15 of the second do not fit into the second period. */
    @Test
    void plansLotsAndSaysWhatTheyCost() throws IOException {
        assertThat(run("2 2 1 10\n1 1 0 5\n1 1 0 7\n0 1\n15 1\nBi hi su su\ntime cost")).isZero();

        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertThat(plan.get("status").asText()).isEqualTo("optimal");
        assertThat(plan.get("objective").asDouble()).isCloseTo(23, within(1e-6));
        assertThat(plan.get("bound").asDouble()).isCloseTo(23, within(1e-6));
        assertThat(plan.get("gap").asDouble()).isZero();
        assertThat(plan.get("seconds").asDouble()).isPositive();
        assertThat(plan.get("violations")).isEmpty();
        assertThat(plan.get("plan").get(0).get("lots").toString())
                .isEqualTo("[{\"item\":1,\"quantity\":5.0},{\"item\":2,\"quantity\":2.0}]");
        assertThat(plan.get("plan").get(0).get("stock").toString()).isEqualTo("[5.0,1.0]");
    }

    /** HiGHS proves 31208 on the same instance. */
    @Test
    void provesTheOptimumOfAPublishedInstance() throws IOException {
        Path file = RealData.path("optimisation/lot-sizing/F10.DAT");
        Path result = folder.resolve("plan.json");

        int code =
                execute(
                        "plan",
                        "lotsizing",
                        "--input",
                        file.toString(),
                        "--output",
                        result.toString(),
                        "--time-limit",
                        "600s");

        assertThat(code).isZero();
        JsonNode plan = new ObjectMapper().readTree(result.toFile());
        assertThat(plan.get("objective").asDouble()).isCloseTo(31208, within(1e-3));
        assertThat(plan.get("gap").asDouble()).isLessThan(1e-6);
        assertThat(plan.get("violations")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'0 2 1 10'|Its number of items (0.0) must be whole, 1 to 1000.",
                "'1 2 1 0 '|Its capacity (0.0) must be above 0.",
                "'1 2 1 9 1 1 x 1'|Its setup time of item 1 (x) is not a number.",
                "'1 2 1 9 1 -1 1 1'|Its holding cost of item 1 (-1.0) is negative.",
                "'1 2 1 9 1 NaN 1 1'|Its holding cost of item 1 (NaN) is not finite.",
                "'1 2 1 9 1 1 1 1 5'|ends at line 1, before the demand of item 1 in period 2.",
                "'1 2 1 9 1 1 1 1 5 5 5'|It has a number (5) after the last demand.",
                "'1 2 1 9 1 1 1 1 5 1e12'|The demand up to period 2 takes a time of",
            })
    void refusesAFileOfAnotherForm(String text, String expected) throws IOException {
        assertThat(run(text)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(expected).contains("Maybe ");
    }

    @Test
    void saysThatThereIsNoPlan() throws IOException {
        assertThat(run("1 2 1 10 1 1 3 5 0 15")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("There is no plan: setups and demands do not fit");
        assertThat(out.toString()).contains("\"status\" : \"infeasible\"");
    }

    @Test
    void refusesAMissingFileAndABadLimit() throws IOException {
        assertThat(execute("plan", "lotsizing", "--input", "none.dat"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The path (none.dat) does not exist.");
        assertThat(run("1 1 1 9 1 1 1 1 5", "--time-limit", "0s")).isEqualTo(Quartermaster.FAILURE);
        assertThat(run("1 1 1 9 1 1 1 1 5", "--gap", "-1")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The gap (-1.0) must be 0 or more.");
    }

    private int run(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("lots.dat"), text);
        String[] arguments = new String[more.length + 4];
        arguments[0] = "plan";
        arguments[1] = "lotsizing";
        arguments[2] = "--input";
        arguments[3] = file.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return execute(arguments);
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }
}
