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

class PolicyCommandTest {

    @TempDir private Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter error = new StringWriter();

    @Test
    void printsTheNewsvendorsLevelAndCost() throws IOException {
        assertThat(run("newsvendor --holding 2 --penalty 18 --mean 120 --sd 10")).isZero();
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "order_up_to     132.8155",
                        "expected_cost    35.0997",
                        "critical_ratio    0.9000",
                        "expected_left    13.2889",
                        "expected_short    0.4734",
                        "fill_rate         0.9961");
        JsonNode answer = json("newsvendor --holding 2 --penalty 18 --mean 120 --sd 10");
        assertThat(answer.get("order_up_to").asDouble()).isCloseTo(132.8155, within(5e-5));
        assertThat(answer.get("expected_cost").asDouble()).isCloseTo(35.0997, within(5e-5));
    }

    /** Snyder and Shen: Poisson of mean 6, holding 1, penalty 4: 8 units. */
    @Test
    void takesDemandOfEveryKind() throws IOException {
        JsonNode poisson = json("newsvendor --holding 1 --penalty 4 --mean 6");
        assertThat(poisson.get("order_up_to").asDouble()).isEqualTo(8);
        JsonNode counts =
                json(
                        "newsvendor --holding 1 --penalty 4 --mean 6 --sd 5 --distribution negative-binomial");
        assertThat(counts.get("order_up_to").asDouble()).isGreaterThan(8);
        Path observed = file("observed.csv", "demand\n4\n1\n9\n2\n");
        JsonNode empirical = json("newsvendor --holding 1 --penalty 4 --observed " + observed);
        assertThat(empirical.get("order_up_to").asDouble()).isEqualTo(9);
        Path quantiles = file("quantiles.csv", "level,demand\n0,0\n0.5,10\n1,30\n");
        JsonNode spread = json("newsvendor --holding 1 --penalty 4 --observed " + quantiles);
        assertThat(spread.get("order_up_to").asDouble()).isCloseTo(22, within(1e-9));
    }

    @Test
    void tellsEconomicOrderQuantities() throws IOException {
        JsonNode plain = json("eoq --order-cost 8 --demand 1300 --holding 0.225");
        assertThat(plain.get("quantity").asDouble()).isCloseTo(304.0468, within(5e-5));
        JsonNode kept = json("eoq --order-cost 8 --demand 1300 --holding 0.225 --penalty 5");
        assertThat(kept.get("cost_per_period").asDouble()).isCloseTo(66.9214, within(5e-5));
        Path prices = file("prices.csv", "from_quantity,unit_cost\n0,0.75\n400,0.72\n800,0.68\n");
        String discounted =
                "eoq --order-cost 8 --demand 1300 --holding-rate 0.3 --prices " + prices;
        assertThat(json(discounted).get("quantity").asDouble()).isEqualTo(800);
        assertThat(json(discounted + " --discount incremental").get("tier").asInt()).isZero();
    }

    @Test
    void tellsReorderPolicies() throws IOException {
        JsonNode ss = json("ss --order-cost 64 --holding 1 --penalty 9 --mean 20");
        assertThat(ss.get("reorder_point").asInt()).isEqualTo(14);
        assertThat(ss.get("order_up_to").asInt()).isEqualTo(62);
        assertThat(ss.get("cost_per_period").asDouble()).isCloseTo(49.173, within(5e-4));
        JsonNode rq =
                json("rq --order-cost 100 --holding 20 --penalty 150 --mean 1.5 --lead-time 2");
        assertThat(rq.get("reorder_point").asDouble()).isEqualTo(3);
        assertThat(rq.get("quantity").asDouble()).isEqualTo(5);
        JsonNode base =
                json(
                        "base-stock --holding 1 --penalty 19 --mean 50 --sd 8 --lead-time 4 --lead-time-sd 1.5");
        double spread = Math.sqrt(5 * 64 + 2500 * 2.25);
        assertThat(base.get("safety_stock").asDouble())
                .isCloseTo(1.6448536269514722 * spread, within(1e-6));
        JsonNode weekly =
                json(
                        "base-stock --holding 1 --penalty 19 --mean 2.5 --lead-time 1.5 --review 7 --service-level 0.99");
        assertThat(weekly.get("cycle_service").asDouble()).isBetween(0.99, 0.999);
    }

    @Test
    void tellsLotsStagesAndTrees() throws IOException {
        Path series = file("series.csv", "demand\n90\n120\n80\n70\n");
        JsonNode lots = json("wagner-whitin --order-cost 500 --holding 2 --input " + series);
        assertThat(lots.get("cost").asDouble()).isEqualTo(1380);
        assertThat(lots.get("periods").get(2).get("order").asDouble()).isEqualTo(150);
        Path stages =
                file(
                        "stages.csv",
                        "stage,holding_cost,lead_time\nshop,7,1\ndepot,4,1\nplant,2,2\n");
        JsonNode serial = json("serial --penalty 37.12 --mean 5 --sd 1 --input " + stages);
        assertThat(serial.get("cost_per_period").asDouble()).isCloseTo(47.65, within(0.015));
        assertThat(serial.get("stages").get(1).get("stage").asText()).isEqualTo("depot");
        Path tree =
                file(
                        "tree.csv",
                        "stage,holding_cost,time,inbound_time,demand_sd,service_time\n1,1,2,1,,\n2,3,1,,1,0\n3,2,1,,,\n4,3,1,,1,1\n");
        Path arcs = file("arcs.csv", "from,to\n1,3\n3,2\n3,4\n");
        String placing = "tree --safety-factor 1 --input " + tree + " --arcs " + arcs;
        assertThat(json(placing).get("cost_per_period").asDouble()).isCloseTo(8.2779, within(5e-5));
        assertThat(run(placing)).isZero();
        assertThat(out.toString()).contains("stage  service_time  inbound_time  safety_stock");
    }

    @Test
    void writesToAFile() throws IOException {
        Path file = folder.resolve("answer.json");
        assertThat(
                        run(
                                "newsvendor --holding 2 --penalty 18 --mean 120 --sd 10 --json --output "
                                        + file))
                .isZero();
        assertThat(file).content().contains("\"order_up_to\" : 132.8155");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newsvendor --holding -2 --penalty 18 --mean 120 --sd 10|The holding cost (-2.0) must be above 0.",
                "newsvendor --holding 2 --penalty NaN --mean 120 --sd 10|The penalty cost (NaN) must be a number",
                "newsvendor --holding 2 --penalty 18 --mean 120 --sd 0|The standard deviation of demand (0.0) must be above 0.",
                "newsvendor --holding 2 --penalty 18 --mean Infinity --sd 1|The mean of demand (Infinity) must be a number",
                "newsvendor --holding 2 --penalty 18|The mean of demand is not given.",
                "newsvendor --holding 2 --penalty 18 --mean 1 --distribution odd|The distribution (odd) is unknown.",
                "newsvendor --holding 2 --penalty 18 --mean 1e12 --distribution poisson|is too large to count unit by unit.",
                "eoq --order-cost 0 --demand 10 --holding 1|The order cost (0.0) must be above 0.",
                "eoq --order-cost 5 --demand 10|The holding cost is not given.",
                "ss --order-cost 5 --holding 1 --penalty 4 --mean 6 --lead-time -1|The lead time (-1.0) must be 0 or more.",
                "base-stock --holding 1 --penalty 4 --mean 6 --review 0|The review (0) must lie within 1 to 1000 periods.",
                "base-stock --holding 1 --penalty 4 --mean 6 --service-level 95|The level (95.0) must lie between 0 and 1"
            })
    void refusesWhatCannotBe(String arguments, String says) {
        assertThat(run(arguments)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(says).contains("\nMaybe ").doesNotContain("\tat ");
    }

    @Test
    void refusesFilesThatCannotBe() throws IOException {
        Path empty = file("empty.csv", "demand\n");
        assertThat(run("wagner-whitin --order-cost 1 --holding 1 --input " + empty)).isEqualTo(1);
        assertThat(error.toString()).contains("Maybe ");
        Path odd = file("odd.csv", "demand\n3\nNaN\n");
        assertThat(run("wagner-whitin --order-cost 1 --holding 1 --input " + odd)).isEqualTo(1);
        assertThat(error.toString()).contains("Its demand (NaN) is not finite.");
        Path negative = file("negative.csv", "demand\n3\n-1\n");
        assertThat(run("newsvendor --holding 1 --penalty 2 --observed " + negative)).isEqualTo(1);
        assertThat(error.toString()).contains("The observed demand (-1.0) must be 0 or more.");
        assertThat(run("serial --penalty 3 --mean 5 --input " + odd)).isEqualTo(1);
        assertThat(error.toString()).contains("stage");
        assertThat(run("")).isEqualTo(Quartermaster.BAD_USAGE);
        assertThat(error.toString()).contains("The kind of policy is missing.");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private JsonNode json(String arguments) throws IOException {
        assertThat(run(arguments + " --json")).as(error.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String arguments) {
        out = new StringWriter();
        error = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(("policy " + arguments).strip().split(" "));
    }
}
