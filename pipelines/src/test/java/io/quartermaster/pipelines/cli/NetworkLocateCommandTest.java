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

class NetworkLocateCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    /** The optima that OR-Library publishes. */
    @ParameterizedTest
    @CsvSource({
        "cap41, 1040444.375", "cap42, 1098000.450", "cap43, 1153000.450", "cap44, 1235500.450",
        "cap51, 1025208.225", "cap61, 932615.750", "cap62, 977799.400", "cap63, 1014062.050",
        "cap64, 1045650.250", "cap71, 932615.750", "cap101, 796648.4375", "cap102, 854704.200",
        "cap103, 893782.1125", "cap104, 928941.750", "cap131, 793439.5625"
    })
    void reachesThePublishedOptimum(String name, double optimum) throws IOException {
        Path file = RealData.path("optimisation/facility/" + name + ".txt");

        int code = execute("network", "locate", "--format", "orlib", "--input", file.toString());

        assertThat(code).isZero();
        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertThat(plan.get("objective").asDouble()).isCloseTo(optimum, within(1e-3));
        assertThat(plan.get("bound").asDouble()).isCloseTo(optimum, within(1e-2));
        assertThat(plan.get("violations")).isEmpty();
    }

    @Test
    void readsPlacesCustomersAndCostsFromTables() throws IOException {
        tables("near,5,8\nfar,1,\n", "a,12\n", "near,a,1\nfar,a,3\n");

        assertThat(execute("network", "locate", "--input", folder.toString())).isZero();

        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertThat(plan.get("objective").asDouble()).isCloseTo(5 + 1 + 8 + 4 * 3, within(1e-6));
        assertThat(plan.get("places").get(1).get("capacity").isNull()).isTrue();
        assertThat(plan.get("served").toString())
                .isEqualTo(
                        "[{\"customer\":\"a\",\"place\":\"near\",\"units\":8.0,\"cost\":8.0},{\"customer\":\"a\",\"place\":\"far\",\"units\":4.0,\"cost\":12.0}]");
    }

    @Test
    void takesTheCapacityThatAFileLeavesOpen() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("capa.txt"), "2 1\ncapacity 5\ncapacity 1\n12\n12 36\n");

        assertThat(
                        execute(
                                "network",
                                "locate",
                                "--format",
                                "orlib",
                                "--capacity",
                                "20",
                                "--input",
                                file.toString()))
                .isZero();

        assertThat(new ObjectMapper().readTree(out.toString()).get("objective").asDouble())
                .isCloseTo(17, within(1e-6));
        assertThat(execute("network", "locate", "--format", "orlib", "--input", file.toString()))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("Its capacity of place 1 (capacity) is not a number.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'near,-8,5\n'|'a,12\n'|'near,a,1\n'|Its fixed_cost (-8.0) is negative.",
                "'near,8,x\n'|'a,12\n'|'near,a,1\n'|Its capacity (x) is not a number.",
                "'near,8,5\nnear,8,5\n'|'a,12\n'|'near,a,1\n'|Its place (near) stands twice.",
                "'near,8,5\n'|'a,NaN\n'|'near,a,1\n'|Its demand (NaN) is not finite.",
                "'near,8,5\n'|'a,12\n'|'near,b,1\n'|Its customer (b) is not in customers.csv.",
                "'near,8,5\n'|'a,1\n'|'near,a,1\nnear,a,2\n'|stands twice.",
                "'near,8,5\n'|'a,1e12\n'|'near,a,1\n'|The demand (1.0E12) of customer (a) is more than",
                "'near,8,5\n'|'a,1\n'|''|The demand (1.0) of customer (a) is more than",
                "''|'a,1\n'|''|names no place.",
            })
    void refusesTablesThatAreWrong(String places, String customers, String costs, String expected)
            throws IOException {
        tables(places, customers, costs);

        assertThat(execute("network", "locate", "--input", folder.toString()))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(expected).contains("Maybe ");
    }

    @Test
    void asksWhatToPlan() {
        assertThat(execute("network")).isEqualTo(Quartermaster.BAD_USAGE);
        assertThat(error.toString()).contains("What to plan is missing.");
    }

    private void tables(String places, String customers, String costs) throws IOException {
        Files.writeString(folder.resolve("places.csv"), "place,fixed_cost,capacity\n" + places);
        Files.writeString(folder.resolve("customers.csv"), "customer,demand\n" + customers);
        Files.writeString(folder.resolve("costs.csv"), "place,customer,unit_cost\n" + costs);
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }
}
