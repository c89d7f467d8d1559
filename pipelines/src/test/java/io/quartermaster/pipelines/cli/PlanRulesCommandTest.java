package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of a planning folder by a plan worked out by hand: A wants 4 a day for 3 days. */
class PlanRulesCommandTest {

    @TempDir private Path folder;
    private Path input;
    private int runs;

    @BeforeEach
    void writeTables() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        items("", "");
        table("places.csv", "place", "main");
        table("suppliers.csv", "supplier,order_every_days", "East,1", "West,1");
        demand(4, 4, 4);
    }

    /** 12 units at 2, as they are wanted. */
    @Test
    void ordersWhatIsWanted() throws IOException {
        assertThat(cost()).isCloseTo(24, within(1e-6));
    }

    /** Day 0 pays for 3 units only: one sale of 10 is lost, a unit of 2 not bought. */
    @Test
    void keepsTheBudgetOfADay() throws IOException {
        table("budget.csv", "day,limit", "0,7.9");
        assertThat(cost()).isCloseTo(24 + 10 - 2, within(1e-6));
        assertThat(lines("prices.csv")).anyMatch(line -> line.startsWith("budget,all,0,"));
        assertThat(cost("--without", "budget")).isCloseTo(24, within(1e-6));
    }

    /** Money for 5 units of the brand: 7 sales are lost. */
    @Test
    void tiesNoMoreMoneyToABrandThanAllowed() throws IOException {
        items("brand", "Acme");
        table("brands.csv", "brand,exposure_limit", "Acme,10");
        assertThat(cost()).isCloseTo(10 + 70, within(1e-6));
        assertThat(cost("--without", "exposure")).isCloseTo(24, within(1e-6));
    }

    /** With 5 an order all 12 come at once, 8 + 4 are held; what keeps 2 days needs two orders. */
    @Test
    void ordersNoMoreThanCanBeSoldInTime() throws IOException {
        items("order_cost", "5");
        assertThat(cost()).isCloseTo(24 + 5 + 1.2, within(1e-6));
        items("order_cost,shelf_life_days", "5,2");
        assertThat(cost()).isCloseTo(24 + 10 + 0.4, within(1e-6));
        assertThat(cost("--without", "shelf_life")).isCloseTo(24 + 5 + 1.2, within(1e-6));
        assertThat(cost("--without", "shelf_life,order_cost")).isCloseTo(24, within(1e-6));
    }

    /** Of 20 that keep a day only the 4 of day 0 can be sold. */
    @Test
    void leavesOutStockThatExpires() throws IOException {
        items("shelf_life_days", "1");
        table("stock.csv", "item,place,on_hand", "A,main,20");
        assertThat(cost()).isCloseTo(16, within(1e-6));
    }

    /** What is ordered on day 0 comes on day 1; the 4 of day 0 wait a day at 1 each. */
    @Test
    void keepsDemandBackWhereItWaits() throws IOException {
        items("lead_time_days,backorder_cost", "1,1");
        assertThat(cost()).isCloseTo(24 + 4, within(1e-6));
        assertThat(summary().get("cost").get("backorders").asDouble()).isCloseTo(4, within(1e-6));
        assertThat(cost("--without", "backorders")).isCloseTo(16 + 40, within(1e-6));
        assertThat(cost("--without", "lead_time")).isCloseTo(24, within(1e-6));
    }

    /** West asks 1.5 from day 1 on, and 3 an order: 8 from it on day 1 cost 12 + 3 + 0.4. */
    @Test
    void takesTheBetterOfTwoOffers() throws IOException {
        table("offers.csv", "item,supplier,unit_cost,order_cost,valid_from_day", "A,West,1.5,3,1");
        assertThat(cost()).isCloseTo(8 + 15.4, within(1e-6));
        assertThat(lines("plan.csv"))
                .anyMatch(line -> line.startsWith("A,main,East,0,0,4,"))
                .anyMatch(line -> line.startsWith("A,main,West,1,1,8,"))
                .anyMatch(line -> line.contains("offer of supplier West"));
    }

    /** From 8 on a unit costs 1 of East itself: 8 + 4 held + 4 more at 2 against 12 at once. */
    @Test
    void takesPriceBreaksOfItsOwnSupplier() throws IOException {
        table("offers.csv", "item,supplier,from_quantity,unit_cost", "A,East,8,1");
        assertThat(cost()).isCloseTo(12 + 1.2, within(1e-6));
        assertThat(cost("--without", "price_breaks")).isCloseTo(24, within(1e-6));
    }

    @Test
    void leavesReservedStockAlone() throws IOException {
        table("stock.csv", "item,place,on_hand,reserved", "A,main,4,4");
        assertThat(cost()).isCloseTo(24, within(1e-6));
        table("stock.csv", "item,place,on_hand,reserved", "A,main,4,1");
        assertThat(cost()).isCloseTo(18, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // pack 5: 5 + 5 + 5, 1 + 2 held, 3 left over
                "pack; 5; packs; 30.6",
                // smallest order 12: 12 at once
                "min_order; 12; minimum_order; 25.2",
                // largest order 3: 3 sales lost
                "max_order; 3; largest_order; 48",
                // at most 1 at a day's end binds nothing here
                "max_stock; 1; largest_stock; 24",
            })
    void liftsARule(String column, String value, String rule, double withIt) throws IOException {
        items(column, value);
        assertThat(cost()).isCloseTo(withIt, within(1e-6));
        assertThat(cost("--without", rule)).isCloseTo(24, within(1e-6));
    }

    @Test
    void liftsCapacityAndCalendar() throws IOException {
        table("suppliers.csv", "supplier,capacity_per_day,order_every_days", "East,3,1");
        assertThat(cost()).isCloseTo(18 + 30, within(1e-6));
        assertThat(cost("--without", "supplier_capacity")).isCloseTo(24, within(1e-6));
        table("suppliers.csv", "supplier,capacity_per_day,order_every_days", "East,,3");
        assertThat(cost()).isCloseTo(24 + 1.2, within(1e-6));
        assertThat(cost("--without", "order_calendar")).isCloseTo(24, within(1e-6));
    }

    @Test
    void liftsVolumeAndOpenOrders() throws IOException {
        table("suppliers.csv", "supplier,order_every_days", "East,3");
        table("places.csv", "place,volume_capacity", "main,2");
        // 6 on day 0 are sold on days 0 and 1; 6 sales are lost
        assertThat(cost()).isCloseTo(12 + 0.2 + 60, within(1e-6));
        assertThat(cost("--without", "volume_capacity")).isCloseTo(25.2, within(1e-6));
        table("places.csv", "place", "main");
        table("open_orders.csv", "item,place,arrival_day,quantity", "A,main,1,8");
        assertThat(cost()).isCloseTo(8 + 0.4, within(1e-6));
        assertThat(cost("--without", "open_orders")).isCloseTo(25.2, within(1e-6));
    }

    @Test
    void refusesARuleThatIsNone() {
        PlanRun run = run("--without", "gravity");
        assertThat(run.code()).isEqualTo(Quartermaster.FAILURE);
        assertThat(run.error())
                .contains("There is no rule (gravity).\nMaybe one of [order_calendar, packs,");
    }

    private void items(String column, String value) throws IOException {
        String more = column.isEmpty() ? "" : ",";
        table(
                "items.csv",
                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost" + more + column,
                "A,East,2,0.1,10" + more + value);
    }

    private void demand(double... units) throws IOException {
        StringBuilder rows = new StringBuilder("item,place,day,mean");
        for (int day = 0; day < units.length; day++) {
            rows.append("\nA,main,").append(day).append(',').append(units[day]);
        }
        table("demand.csv", rows.toString());
    }

    private void table(String name, String... lines) throws IOException {
        Files.writeString(input.resolve(name), String.join("\n", lines) + "\n");
    }

    private double cost(String... more) throws IOException {
        PlanRun run = run(more);
        assertThat(run.code()).as(run.error()).isZero();
        JsonNode summary = summary();
        assertThat(summary.get("violations").asInt()).isZero();
        assertThat(summary.get("bound").asDouble())
                .isLessThanOrEqualTo(summary.get("objective").asDouble() + 1e-6);
        return summary.get("objective").asDouble();
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(output().resolve("summary.json").toFile());
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(output().resolve(name));
    }

    private Path output() {
        return folder.resolve("out" + runs);
    }

    private PlanRun run(String... more) {
        runs++;
        return PlanRun.of(input, output(), more);
    }
}
