package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WhatIfFromRunTest {

    @TempDir private static Path folder;
    private static RunOutput run;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @BeforeAll
    static void backfill() {
        run = RunOutput.ofSmallMarketplace(folder);
    }

    /** The run itself said what its last plans cost and how much stock they began with. */
    @Test
    void plansTheRunsLastPlanAgainAndThenWithoutTheBrand() throws IOException {
        String lastPlanDay =
                run.column("plan_summaries", "plan_day").max(String::compareTo).orElseThrow();
        List<NamedCsvRecord> plans =
                run.rows("plan_summaries").stream()
                        .filter(row -> row.getField("plan_day").equals(lastPlanDay))
                        .toList();
        String brand =
                run.rows("purchase_orders").stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.getField("brand"),
                                        Collectors.summingLong(
                                                row -> Long.parseLong(row.getField("quantity")))))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();

        assertThat(whatIf(brand)).as(error.toString()).isZero();

        assertThat(plans).hasSizeGreaterThan(1);
        Map<String, String[]> rows = rows();
        assertThat(number(rows, "cost_total", 1))
                .isCloseTo(sum(plans, "objective"), within(1e-4 * sum(plans, "objective")));
        assertThat(number(rows, "ordered_units", 1)).isEqualTo(sum(plans, "units"));
        assertThat(number(rows, "demand_brand", 1)).isPositive();
        assertThat(number(rows, "lost_brand", 2)).isGreaterThan(number(rows, "lost_brand", 1));
        assertThat(number(rows, "demand_all", 3)).isCloseTo(0, within(1e-6));
        assertThat(number(rows, "ordered_units", 2)).isLessThan(number(rows, "ordered_units", 1));
        assertThat(number(rows, "lost_others", 3)).isCloseTo(0, within(1e-6));
    }

    @Test
    void refusesABrandThatIsNotPlannedAndARunThatLacksATable() throws IOException {
        assertThat(whatIf("Nobody")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("The brand (Nobody) is of no item in the plan of ")
                .contains("Maybe one of: ");
        Path lacking = folder.resolve("lacking");
        Files.createDirectories(lacking.resolve("csv"));
        for (String table : List.of("demand", "items", "lifecycle", "lots", "plan_summaries")) {
            Files.copy(
                    run.folder().resolve("csv/" + table + ".csv"),
                    lacking.resolve("csv/" + table + ".csv"));
        }
        assertThat(execute("what-if", "--run", lacking.toString(), "--without-brand", "A"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("it has no csv/forecast.csv.");
    }

    @Test
    void refusesTwoSourcesNoneAndOptionsWithoutARun() {
        assertThat(execute("what-if", "--without-brand", "A")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("--input DIR or from --run DIR, one of the two.");
        assertThat(
                        execute(
                                "what-if",
                                "--input=x",
                                "--set=replenishment.order-cost=2",
                                "--without-brand=A"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("The options of --set [replenishment.order-cost] are a run's.");
    }

    private int whatIf(String brand) {
        return execute("what-if", "--run", run.folder().toString(), "--without-brand", brand);
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }

    private Map<String, String[]> rows() {
        return out.toString()
                .lines()
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells));
    }

    private static double number(Map<String, String[]> rows, String measure, int column) {
        return Double.parseDouble(rows.get(measure)[column]);
    }

    private static double sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(column))).sum();
    }
}
