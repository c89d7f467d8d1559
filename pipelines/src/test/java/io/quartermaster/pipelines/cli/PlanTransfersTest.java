package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** North holds 12 units that main could sell, 4 a day for 2 days; no order can arrive in time. */
class PlanTransfersTest {

    @TempDir private Path folder;
    private Path input;
    private int runs;

    @BeforeEach
    void writeTables() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        table(
                "items.csv",
                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost,lead_time_days",
                "A,East,2,0.1,10,2");
        table("places.csv", "place", "main", "north");
        table("suppliers.csv", "supplier", "East");
        table("stock.csv", "item,place,on_hand", "A,north,12");
        table("demand.csv", "item,place,day,mean", "A,main,0,4", "A,main,1,4");
        table("transshipment.csv", "from,to,cost_per_unit,days", "north,main,0.5,1");
    }

    /** 4 units arrive for day 1: 4 * 10 lost on day 0, 4 * 0.5 moved, 8 held twice at 0.1. */
    @Test
    void movesWhatIsWantedElsewhere() throws IOException {
        Path output = plan();
        JsonNode summary = new ObjectMapper().readTree(output.resolve("summary.json").toFile());
        assertThat(summary.get("objective").asDouble()).isCloseTo(40 + 2 + 1.6, within(1e-6));
        assertThat(summary.get("cost").get("transshipment").asDouble()).isCloseTo(2, within(1e-6));
        assertThat(summary.get("bound").asDouble()).isBetween(35.0, 43.6 + 1e-6);
        assertThat(summary.get("violations").asInt()).isZero();
        assertThat(output.resolve("transfers.csv"))
                .hasContent(
                        "item,from_place,to_place,ship_day,arrival_day,quantity\nA,north,main,0,1,4\n");
        assertThat(output.resolve("stock.csv")).content().contains("A,north,0,8,0\n");
    }

    /** Main loses all 8 sales, north holds 12 on both days. */
    @Test
    void movesNothingWithoutTheRule() throws IOException {
        Path output = plan("--without", "transshipment");
        JsonNode summary = new ObjectMapper().readTree(output.resolve("summary.json").toFile());
        assertThat(summary.get("objective").asDouble()).isCloseTo(80 + 2.4, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "main,main,1,1;The to (main) in transshipment.csv, line 2, is where it starts.",
                "north,south,1,1;The to (south) in transshipment.csv, line 2, is not in places.csv.",
                "north,main,-1,1;The cost_per_unit (-1) in transshipment.csv, line 2, must be 0 or more.",
                "north,main,1,0.5;The days (0.5) in transshipment.csv, line 2, must be a whole number of 0 or more.",
                "north,main,,1;The cost_per_unit () in transshipment.csv, line 2,"
            })
    void refusesWaysThatAreNone(String row, String message) throws IOException {
        table("transshipment.csv", "from,to,cost_per_unit,days", row);
        PlanRun run = PlanRun.of(input, folder.resolve("bad"));
        assertThat(run.code()).isEqualTo(Quartermaster.FAILURE);
        assertThat(run.error()).contains(message).doesNotContain("\tat ");
    }

    private Path plan(String... options) {
        Path output = folder.resolve("out" + runs++);
        PlanRun run = PlanRun.of(input, output, options);
        assertThat(run.code()).as(run.error()).isZero();
        return output;
    }

    private void table(String name, String... lines) throws IOException {
        Files.writeString(input.resolve(name), String.join("\n", lines) + "\n");
    }
}
