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
import picocli.CommandLine;

class NetworkFlowCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void sendsGoodsAtTheLeastCost() throws IOException {
        assertThat(flow("a,10\nb,0\nc,-6\n", "a,c,5,4\na,b,1,\nb,c,1,\n")).isZero();

        JsonNode flow = new ObjectMapper().readTree(out.toString());
        assertThat(flow.get("status").asText()).isEqualTo("optimal");
        assertThat(flow.get("objective").asDouble()).isEqualTo(12);
        assertThat(flow.get("flows").toString())
                .isEqualTo(
                        "[{\"from\":\"a\",\"to\":\"b\",\"units\":6.0,\"cost\":6.0},{\"from\":\"b\",\"to\":\"c\",\"units\":6.0,\"cost\":6.0}]");
        assertThat(flow.get("places").get(2).get("price").asDouble()).isEqualTo(2);
    }

    @Test
    void saysWhatCannotCome() throws IOException {
        assertThat(flow("a,10\nb,-3\nc,-6\n", "a,c,5,4\n")).isEqualTo(Quartermaster.FAILURE);

        assertThat(error.toString())
                .contains("Not all that is asked for can come: b 3.0, c 2.0.\nMaybe ");
        assertThat(out.toString()).contains("\"status\" : \"short\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,1\na,2\n'|''|Its place (a) stands twice.",
                "'a,NaN\n'|''|Its supply (NaN) is not finite.",
                "'a,1\n'|'a,b,1,1\n'|Its to (b) is not in places.csv.",
                "'a,1\nb,-1\n'|'a,b,-1,1\n'|Its unit_cost (-1.0) is negative.",
                "'a,1\nb,-1\n'|'a,b,1,x\n'|Its capacity (x) is not a number.",
            })
    void refusesTablesThatAreWrong(String places, String arcs, String expected) throws IOException {
        assertThat(flow(places, arcs)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(expected).contains("Maybe ");
    }

    private int flow(String places, String arcs) throws IOException {
        Files.writeString(folder.resolve("places.csv"), "place,supply\n" + places);
        Files.writeString(folder.resolve("arcs.csv"), "from,to,unit_cost,capacity\n" + arcs);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute("network", "flow", "--input", folder.toString());
    }
}
