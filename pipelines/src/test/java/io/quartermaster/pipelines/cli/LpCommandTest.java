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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LpCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    /** Demand 5 and 7, at most 8 on the first day: 8 then 4 with 3 in stock. */
    @Test
    void solvesAProgrammeWithDualsAndReducedCosts() throws IOException {
        int code =
                run(
                        """
                        {"c":[2,3],"s":[0.5],"A":[[1,0],[0,1]],"B":[[-1],[1]],"d":[5,7],
                         "u":[8,null],"v":[null]}
                        """);

        assertThat(code).isZero();
        JsonNode solution = new ObjectMapper().readTree(result().toFile());
        assertThat(solution.get("status").asText()).isEqualTo("optimal");
        assertThat(solution.get("objective").asDouble()).isCloseTo(29.5, within(1e-9));
        assertThat(solution.get("x").toString()).isEqualTo("[8.0,4.0]");
        assertThat(solution.get("y").toString()).isEqualTo("[3.0]");
        assertThat(solution.get("duals").toString()).isEqualTo("[2.5,3.0]");
        assertThat(solution.get("reduced_costs_x").toString()).isEqualTo("[-0.5,0.0]");
        assertThat(solution.get("reduced_costs_y").toString()).isEqualTo("[0.0]");
    }

    @Test
    void writesToStdoutWithoutAnOutput() throws IOException {
        Path input = Files.writeString(folder.resolve("in.json"), programme("[1]", "[3]", "[2]"));
        assertThat(execute("lp", "--input", input.toString())).isZero();
        assertThat(out.toString()).contains("\"status\" : \"optimal\"");
    }

    @Test
    void saysThatAProgrammeIsInfeasible() throws IOException {
        assertThat(run(programme("[1]", "[3]", "[9]"))).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The programme is infeasible: ");
        assertThat(result()).content().contains("\"status\" : \"infeasible\"");
    }

    @Test
    void saysThatAProgrammeIsUnbounded() throws IOException {
        int code =
                run(
                        """
                        {"c":[-1],"s":[0],"A":[[1]],"B":[[-1]],"d":[0],"u":[null],"v":null}
                        """);
        assertThat(code).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The programme is unbounded: ");
        assertThat(result()).content().contains("\"status\" : \"unbounded\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"c\":[1];is not JSON",
                "{\"c\":[NaN]};is not JSON",
                "{\"c\":[1e400],\"s\":[],\"A\":[[1]],\"B\":[[]],\"d\":[1]};c[0] (Infinity) must be a finite number.",
                "[1,2];must hold a JSON object",
                "{\"c\":[1]};The field (s) must be an array.",
                "{\"c\":[\"x\"]};c[0] (\"x\") must be a number.",
                "{\"c\":[1],\"s\":[],\"A\":[[1,2]]};A[0] must be a row of 1 numbers, one per x.",
                "{\"c\":[1],\"s\":[],\"A\":[[1]],\"B\":[[]],\"d\":[1,2]};The length of d (2) must equal the rows of A (1).",
                "{\"c\":[1],\"s\":[],\"A\":[[1]],\"B\":[[]],\"d\":[1],\"u\":[-4]};u[0] (-4.0) must be 0 or more."
            })
    void refusesAnInputOfAnotherShape(String text, String message) throws IOException {
        assertThat(run(text)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).doesNotContain("\tat ");
        assertThat(result()).doesNotExist();
    }

    @Test
    void refusesAnInputThatIsNotThere() {
        int code = execute("lp", "--input", folder.resolve("absent.json").toString());
        assertThat(code).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("absent.json) is not there.");
    }

    private static String programme(String c, String u, String d) {
        return "{\"c\":%s,\"s\":[],\"A\":[[1]],\"B\":[[]],\"d\":%s,\"u\":%s,\"v\":[]}"
                .formatted(c, d, u);
    }

    private int run(String json) throws IOException {
        Path input = Files.writeString(folder.resolve("in.json"), json);
        return execute("lp", "--input", input.toString(), "--output", result().toString());
    }

    private Path result() {
        return folder.resolve("out.json");
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}
