package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class SatisfactionCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void ranksByGivenWeightsAndSpreadsMissingOnes() throws IOException {
        int code = run("entity,returns,rating\nA,0.5,0.5\nB,1,\nC,0,0.5\n", "0.5,0.5");

        assertThat(code).isZero();
        assertThat(folder.resolve("out.csv"))
                .hasContent(
                        """
                        entity,position,score,part_returns,part_rating
                        B,1,1.0,1.0,
                        A,2,0.5,0.25,0.25
                        C,3,0.25,0.0,0.25
                        """);
    }

    @Test
    void printsWhereNoOutputIsGiven() throws IOException {
        Path input = Files.writeString(folder.resolve("in.csv"), "entity,a\nX,1\n");

        assertThat(execute("satisfaction", "--input", input.toString())).isZero();

        assertThat(out.toString().lines())
                .containsExactly("entity,position,score,part_a", "X,1,1.0,1.0");
    }

    @Test
    void weighsByEntropyAndByFactor() throws IOException {
        String rows = "entity,a,b\nX,0.5,0.1\nY,0.5,0.9\nZ,0.5,0.5\n";

        assertThat(run(rows, "entropy")).isZero();
        assertThat(folder.resolve("out.csv"))
                .content()
                .contains("Y,1,0.9,0.0,0.9\nZ,2,0.5,0.0,0.5");
        assertThat(run(rows, "factor")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "0.5,0.2 => The weights [0.5, 0.2] sum to 0.7, not to 1.",
                "1.5,-0.5 => The weight (-0.5) must not be negative.",
                "1 => The number of weights (1 in \"1\") must be 2.",
                "0.5,half => The weight (half) in \"0.5,half\" cannot be read.",
                "factor => The number of entities (1 of 1) without a missing value is too small for factor weights."
            })
    void refusesWeightsThatDoNotFit(String weights, String message) throws IOException {
        assertThat(run("entity,a,b\nX,1,1\n", weights)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "entity,a|X,1.5 => The value (1.5) of (a) of entity (X) must be a number of 0 to 1.",
                "entity,a|X,good => The value (good) of (a) of entity (X) must be a number of 0 to 1.",
                "entity,a|X,1|X,0 => The entity (X) stands twice, again in line 3",
                "name,a|X,1 => must be entity and one or more indicators.",
                "entity,a => holds no entity.",
                "`` => holds no entity."
            })
    void saysWhatIsWrongWithTheInput(String lines, String message) throws IOException {
        assertThat(run(lines.replace('|', '\n'), "equal")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
    }

    private int run(String input, String weights) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), input);
        return execute(
                "satisfaction",
                "--input",
                file.toString(),
                "--weights",
                weights,
                "--output",
                folder.resolve("out.csv").toString(),
                "--overwrite");
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}
