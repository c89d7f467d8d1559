package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NetworkRouteCommandTest {

    private static final String HEADER = "stop,x,y,demand,ready_time,due_time,service_time\n";
    private static final String DEPOT = "depot,0,0,0,0,100,0\n";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"auto", "cheapest-insertion"})
    void plansRoutesAndNamesWhoIsNotVisited(String router) throws IOException {
        assertThat(route(DEPOT + "a,3,0,4,0,99,1\nb,3,4,4,0,99,1\nc,900,0,1,0,99,1\n", router))
                .isZero();

        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertThat(plan.get("distance").asDouble()).isEqualTo(12);
        assertThat(plan.get("vehicles").asInt()).isEqualTo(1);
        assertThat(plan.get("visited").asInt()).isEqualTo(2);
        assertThat(plan.get("violations")).isEmpty();
        assertThat(plan.get("unserved").toString())
                .isEqualTo(
                        "[{\"stop\":\"c\",\"reason\":\"it closes at 99.0, and a vehicle arrives at 900.000 at the earliest\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must hold a depot and at least one stop.",
                "'a,3,0,-4,0,99,1\n'|Its demand (-4.0) is negative.",
                "'a,x,0,4,0,99,1\n'|Its x (x) is not a number.",
                "'a,3,0,4,9,1,1\n'|Its due_time (1.0) is before its ready_time (9.0).",
                "'a,3,0,4,0,99,1\na,3,0,4,0,99,1\n'|Its stop (a) stands twice.",
                "'a,3,0,4,0,99\n'|It has 6 values where the header has 7.",
            })
    void refusesStopsThatAreWrong(String stops, String expected) throws IOException {
        assertThat(route(DEPOT + stops, "auto")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(expected).contains("Maybe ");
    }

    @Test
    void refusesARouterThatIsNotKnown() throws IOException {
        assertThat(route(DEPOT + "a,3,0,4,0,99,1\n", "none")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("The engine (none) of the option router is not known.")
                .contains("or-tools, cheapest-insertion");
    }

    private int route(String stops, String router) throws IOException {
        Path file = Files.writeString(folder.resolve("stops.csv"), HEADER + stops);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(
                "network",
                "route",
                "--input",
                file.toString(),
                "--vehicles",
                "2",
                "--capacity",
                "10",
                "--solutions",
                "20",
                "--router",
                router);
    }
}
