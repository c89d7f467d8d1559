package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WhatIfCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    /** Two brands of one supplier that delivers 10 units a day; each sells 8 a day. */
    @BeforeEach
    void writeTables() throws IOException {
        table(
                "items.csv",
                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost,brand",
                "A,S,2,0.1,10,Ada",
                "B,S,3,0.1,12,Bea");
        table("places.csv", "place,volume_capacity", "main,");
        table("suppliers.csv", "supplier,capacity_per_day,order_every_days", "S,10,1");
        table("stock.csv", "item,place,on_hand", "A,main,6");
        table(
                "demand.csv",
                "item,place,day,mean",
                "A,main,0,8",
                "A,main,1,8",
                "B,main,0,8",
                "B,main,1,8");
    }

    @Test
    void showsCostAndServiceBesideTodays() throws IOException {
        assertThat(run("--without-brand", "Ada")).as(error.toString()).isZero();
        Map<String, String[]> rows = rows();
        // Today 26 of 32 units can be had; without Ada its 6 on hand, and all of Bea.
        assertThat(number(rows, "lost_all", 1)).isCloseTo(6, within(1e-6));
        assertThat(number(rows, "fill_rate_brand", 2)).isCloseTo(6.0 / 16, within(1e-6));
        assertThat(number(rows, "lost_brand", 2)).isCloseTo(10, within(1e-6));
        assertThat(number(rows, "lost_others", 2)).isCloseTo(0, within(1e-6));
        assertThat(number(rows, "cost_lost_sales", 2)).isCloseTo(100, within(1e-6));
        assertThat(number(rows, "cost_total", 3))
                .isCloseTo(
                        number(rows, "cost_total", 2) - number(rows, "cost_total", 1),
                        within(1e-5));
    }

    @Test
    void letsDemandTurnToTheOthers() throws IOException {
        assertThat(run("--without-brand", "Ada", "--substitution", "0.5")).isZero();
        Map<String, String[]> rows = rows();
        assertThat(number(rows, "demand_all", 2)).isCloseTo(32, within(1e-6));
        assertThat(number(rows, "demand_others", 2)).isCloseTo(21, within(1e-6));
        assertThat(number(rows, "lost_brand", 2)).isCloseTo(5, within(1e-6));
    }

    /** 8 + 8 of each; a quarter more is 20 of each, of 20 + 6 that can be had. */
    @Test
    void plansWithOtherDemandCapacityAndCosts() throws IOException {
        assertThat(run("--demand-factor", "1.25")).as(error.toString()).isZero();
        assertThat(number(rows(), "demand_all", 2)).isCloseTo(40, within(1e-6));
        assertThat(number(rows(), "lost_all", 2)).isCloseTo(14, within(1e-6));
    }

    @Test
    void losesNothingWithMoreCapacity() throws IOException {
        assertThat(run("--capacity-factor", "1.6")).as(error.toString()).isZero();
        assertThat(number(rows(), "lost_all", 2)).isCloseTo(0, within(1e-6));
        assertThat(number(rows(), "cost_lost_sales", 3)).isNegative();
    }

    @Test
    void losesADayWhereOrdersTakeADayLonger() throws IOException {
        assertThat(run("--lead-time-days", "1")).as(error.toString()).isZero();
        // On day 0 only the 6 on hand are there; day 1 gets 10.
        assertThat(number(rows(), "lost_all", 2)).isCloseTo(10 + 6, within(1e-6));
    }

    @Test
    void refusesToChangeNothing() {
        assertThat(run()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("Nothing is other than today.");
    }

    @Test
    void refusesABrandThatIsNotThere() throws IOException {
        assertThat(run("--without-brand", "Eve")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("The brand (Eve) is of no item in")
                .contains("Maybe one of: Ada, Bea.")
                .doesNotContain("\tat ");
        table(
                "items.csv",
                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost",
                "A,S,2,0.1,10",
                "B,S,3,0.1,12");
        assertThat(run("--without-brand", "Ada")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("lacks the columns (brand)");
    }

    private Map<String, String[]> rows() throws IOException {
        assertThat(out.toString()).startsWith("measure,today,without,change\n");
        return out.toString()
                .lines()
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells));
    }

    private static double number(Map<String, String[]> rows, String measure, int column) {
        return Double.parseDouble(rows.get(measure)[column]);
    }

    private void table(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "what-if";
        all[1] = "--input";
        all[2] = folder.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(all);
    }
}
