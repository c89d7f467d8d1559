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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlanCommandTest {

    @TempDir private Path folder;
    private Path input;
    private final StringWriter error = new StringWriter();

    /** Two items of two suppliers, three days, orders every day; A is limited to 5 units a day. */
    @BeforeEach
    void writeTables() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        table(
                "items.csv",
                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost,order_cost,pack,min_order,unit_volume,lead_time_days,service_level",
                "A,East,2,0.1,10,0,1,0,1,1,0.9",
                "B,West,3,0.1,12,0,4,8,2,0,0.9");
        table("places.csv", "place,volume_capacity", "main,");
        table("suppliers.csv", "supplier,capacity_per_day,order_every_days", "East,5,1", "West,,1");
        table("stock.csv", "item,place,on_hand", "A,main,4");
        table("open_orders.csv", "item,place,arrival_day,quantity", "A,main,1,2");
        table(
                "demand.csv",
                "item,place,day,mean",
                "A,main,0,4",
                "A,main,1,9",
                "A,main,2,5",
                "B,main,0,3",
                "B,main,1,3",
                "B,main,2,2");
    }

    /**
     * A: 4 on hand go on day 0; day 1 gets 2 + 5 of 9, two are lost; day 2 gets 5. B: 8 on day 0, 5
     * and 2 are held. Cost 10 * 2 + 2 * 10 + 8 * 3 + 0.1 * 7 = 64.7.
     */
    @Test
    void plansTheCoreProblemToItsOptimum() throws IOException {
        assertThat(run("--safety-stock", "off", "--end-stock", "none")).isZero();

        JsonNode summary = summary();
        assertThat(summary.get("objective").asDouble()).isCloseTo(64.7, within(1e-6));
        assertThat(summary.get("cost").get("lost_sales").asDouble()).isCloseTo(20, within(1e-6));
        assertThat(summary.get("cost").get("total").asDouble()).isCloseTo(64.7, within(1e-6));
        assertThat(summary.get("violations").asInt()).isZero();
        assertThat(Files.readAllLines(output().resolve("plan.csv")))
                .satisfies(
                        lines -> {
                            assertThat(lines).hasSize(4);
                            assertThat(lines.get(1)).startsWith("A,main,East,0,1,5,5,");
                            assertThat(lines.get(2)).startsWith("A,main,East,1,2,5,5,");
                            assertThat(lines.get(3)).startsWith("B,main,West,0,0,8,2,");
                        });
        assertThat(output().resolve("stock.csv")).content().contains("A,main,1,0,2\n");
        assertThat(output().resolve("prices.csv"))
                .content()
                .startsWith("rule,key,day,price\nsupplier_capacity,East,0,8\n");
        assertThat(output().resolve("transfers.csv"))
                .hasContent("item,from_place,to_place,ship_day,arrival_day,quantity");
    }

    /** B could be ordered by the unit, 0.7 cheaper; that its orders are packs is in the bound. */
    @Test
    void provesThatThePlanIsOptimal() throws IOException {
        run("--safety-stock", "off", "--end-stock", "none");
        JsonNode summary = summary();
        assertThat(summary.get("bound").asDouble()).isCloseTo(64.7, within(1e-6));
        assertThat(summary.get("gap").asDouble()).isCloseTo(0, within(1e-9));
        assertThat(summary.get("status").asText()).isEqualTo("optimal");
    }

    /**
     * East: with lead time 0 it loses no sale, 24 + 0.1 * 2 against 40; 1 % of 10 units at 2; half
     * a unit more on day 0 saves 8 each. West: 4 and 4 instead of 8 hold 3 instead of 7.
     */
    @Test
    void writesWhatBetterTermsAreWorth() throws IOException {
        run("--safety-stock", "off", "--end-stock", "none", "--negotiation-sheet");
        assertThat(output().resolve("negotiation.csv"))
                .hasContent(
                        """
                        supplier,lever,change,saved,saved_per_year,basis,cost_before,by_duals
                        East,lead_time,1 day less,15.8,1922.333333,solved again,40,
                        East,price,1 % less,0.2,24.333333,dual,40,0.2
                        East,minimum,half of it,0,0,planned again,40,
                        East,capacity,10 % more,4,486.666667,dual,40,4
                        West,lead_time,1 day less,0,0,solved again,24,
                        West,price,1 % less,0.24,29.2,dual,24,0.24
                        West,minimum,half of it,0.4,48.666667,planned again,24.7,
                        West,capacity,10 % more,0,0,dual,24,0
                        """);
    }

    /**
     * B: 8 at 3 cost 24; from 12 on a unit costs a third, 12 cost 12 and hold 4 more for 3 days.
     */
    @Test
    void ordersMoreWhereAPriceTierPays() throws IOException {
        table(
                "items.csv",
                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost,pack,min_order,price_tiers",
                "B,West,3,0.1,12,4,8,12:0.3333333333333333");
        table("stock.csv", "item,place,on_hand");
        table("open_orders.csv", "item,place,arrival_day,quantity");
        table("demand.csv", "item,place,day,mean", "B,main,0,3", "B,main,1,3", "B,main,2,2");
        assertThat(run("--safety-stock", "off", "--end-stock", "none")).isZero();
        assertThat(summary().get("objective").asDouble()).isCloseTo(12 + 0.1 * 19, within(1e-6));
        assertThat(output().resolve("plan.csv"))
                .content()
                .contains("B,main,West,0,0,12,3,")
                .contains(
                        "; price tier of its size, 0.33 of the unit cost; a pack more costs 5.2, a pack less 10.8; supplier West");
    }

    @Test
    void refusesPriceTiersThatAreNone() throws IOException {
        table(
                "items.csv",
                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost,price_tiers",
                "A,East,3,0.1,12,",
                "B,West,3,0.1,12,12=0.9");
        assertThat(run()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains(
                        "The price_tiers (12=0.9) in items.csv, line 3, holds no price tiers: The price tier (12=0.9) must be units and a share, such as 100:0.97.");
    }

    @Test
    void keepsSafetyAndEndStockByDefault() throws IOException {
        assertThat(run()).isZero();
        assertThat(summary().get("cost").get("total").asDouble())
                .isCloseTo(summary().get("objective").asDouble(), within(1e-6));
        assertThat(summary().get("cost").get("safety_stock").asDouble()).isPositive();
    }

    @Test
    void saysThatAPlanIsInfeasible() throws IOException {
        table("places.csv", "place,volume_capacity", "main,3");
        table("stock.csv", "item,place,on_hand", "A,main,400");
        assertThat(run()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains(
                        "The plan is infeasible: stock at main that is there or on its way (volume 396.0 on day 0) is above its volume (3.0)");
        assertThat(summary().get("status").asText()).isEqualTo("infeasible");
        assertThat(summary().get("violations").asInt()).isPositive();
    }

    @Test
    void plansGreedilyWhatTheDeadlineLeaves() throws IOException {
        assertThat(run("--time-limit", "0s")).isZero();
        assertThat(summary().get("status").asText()).isEqualTo("time_limit");
        assertThat(summary().get("reason").asText())
                .isEqualTo("the time limit tripped before the plan was begun");
        assertThat(summary().get("bound").asDouble()).isZero();
        assertThat(summary().get("violations").asInt()).isZero();
        assertThat(Files.readAllLines(output().resolve("plan.csv"))).hasSizeGreaterThan(1);
    }

    /** One programme of all suppliers, since they share a place's volume; it takes far longer. */
    @Test
    void holdsTheTimeLimitWithinOneProgramme() throws IOException {
        writeWideTables(2_000, 28);
        assertThat(run("--time-limit", "2s")).isZero();
        assertThat(summary().get("status").asText()).isEqualTo("time_limit");
        assertThat(summary().get("seconds").asDouble()).isLessThan(20);
        assertThat(summary().get("violations").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "offers.csv;item,supplier,unit_cost;A,North,2;The supplier (North) in offers.csv, line 2, is not in suppliers.csv.",
                "offers.csv;item,supplier,unit_cost;A,West,0;The unit_cost (0) in offers.csv, line 2, must be above 0.",
                "offers.csv;item,supplier,unit_cost,valid_from_day,valid_to_day;A,West,2,2,1;The valid_to_day (1) in offers.csv, line 2, is before valid_from_day.",
                "budget.csv;day,limit;0,-1;The limit (-1) in budget.csv, line 2, must be 0 or more.",
                "brands.csv;brand,exposure_limit;Acme,5;The brand (Acme) in brands.csv, line 2, has no item in items.csv.",
                "stock.csv;item,place,on_hand,reserved;A,main,4,5;The reserved (5.0) in stock.csv, line 2, is above the stock on hand.",
                "stock.csv;item,place,on_hand;X,main,4;The item (X) in stock.csv, line 2, is not in items.csv.",
                "stock.csv;item,place,on_hand;A,main,-4;The on_hand (-4) in stock.csv, line 2, must be 0 or more.",
                "demand.csv;item,place,day,mean;A,main,0,many;The mean (many) in demand.csv, line 2, must be a number.",
                "demand.csv;item,place,day,mean;A,main,0.5,3;The day (0.5) in demand.csv, line 2, must be a whole number of 0 or more.",
                "demand.csv;item,place,mean;A,main,3;The column (day) is not in demand.csv (item,place,mean).",
                "suppliers.csv;supplier,order_every_days;East,0;The order_every_days (0) in suppliers.csv, line 2, must be a whole number of 1 or more."
            })
    void refusesWhatItCannotUse(String name, String header, String row, String message)
            throws IOException {
        table(name, header, row);
        assertThat(run()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).doesNotContain("\tat ");
        assertThat(output()).doesNotExist();
    }

    @Test
    void refusesAFolderWithoutTables() throws IOException {
        Files.delete(input.resolve("demand.csv"));
        assertThat(run()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The table (demand.csv) is not in the folder");
        input = folder.resolve("absent");
        assertThat(run()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("absent) is not a folder.");
    }

    @Test
    void refusesATimeLimitThatIsNone() {
        assertThat(run("--time-limit", "soon")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The time limit (soon) must be whole seconds.");
    }

    private void table(String name, String... lines) throws IOException {
        Files.writeString(input.resolve(name), String.join("\n", lines) + "\n");
    }

    /** Items of two suppliers that share a tight place. */
    private void writeWideTables(int items, int days) throws IOException {
        List<String> rows =
                new ArrayList<>(
                        List.of(
                                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost,unit_volume,lead_time_days"));
        List<String> demand = new ArrayList<>(List.of("item,place,day,mean"));
        for (int item = 0; item < items; item++) {
            String name = "I" + item;
            rows.add(
                    "%s,%s,%d,0.0%d,%d,%d,%d"
                            .formatted(
                                    name,
                                    item % 2 == 0 ? "East" : "West",
                                    2 + item % 13,
                                    1 + item % 7,
                                    20 + item % 17,
                                    1 + item % 3,
                                    item % 5));
            for (int day = 0; day < days; day++) {
                demand.add("%s,main,%d,%d".formatted(name, day, 1 + item * (day + 7) % 11));
            }
        }
        table("items.csv", rows.toArray(String[]::new));
        table("demand.csv", demand.toArray(String[]::new));
        table("places.csv", "place,volume_capacity", "main," + items * 15);
        table(
                "suppliers.csv",
                "supplier,capacity_per_day,order_every_days",
                "East," + items * 4 + ",1",
                "West," + items * 3 + ",1");
        Files.delete(input.resolve("stock.csv"));
        Files.delete(input.resolve("open_orders.csv"));
    }

    private Path output() {
        return folder.resolve("out");
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(output().resolve("summary.json").toFile());
    }

    private int run(String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "plan";
        arguments[1] = "--input";
        arguments[2] = input.toString();
        arguments[3] = "--output";
        arguments[4] = output().toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(new StringWriter(), true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}
