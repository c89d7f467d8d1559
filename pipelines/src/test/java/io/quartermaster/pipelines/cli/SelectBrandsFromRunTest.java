package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SelectBrandsFromRunTest {

    @TempDir private static Path folder;
    private static RunOutput run;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @BeforeAll
    static void backfill() {
        run = RunOutput.ofSmallMarketplace(folder);
    }

    @Test
    void choosesAmongTheBrandsOfTheRun() throws IOException {
        assertThat(select("--run", run.folder().toString())).as(error.toString()).isZero();

        JsonNode choice = new ObjectMapper().readTree(out.toString());
        assertThat(choice.at("/decisions").findValuesAsText("brand"))
                .containsExactlyElementsOf(
                        new TreeSet<>(run.column("brand_scores", "brand").toList()));
        assertThat(choice.at("/limits")).isEmpty();
        assertThat(choice.at("/risk/basis").asText()).isEqualTo("measured");
        assertThat(choice.at("/risk/brand_days").asLong()).isBetween(60L, 180L);
        assertThat(choice.at("/risk/probability").asDouble()).isBetween(0.1, 0.99);
        assertThat(choice.at("/risk/of_discontent").asDouble()).isPositive();
        assertThat(choice.at("/expected/basis").asText()).isEqualTo("brand_priors");
        assertThat(choice.at("/expected/returns_brands").asInt()).isEqualTo(3);
        assertThat(choice.at("/expected/returns_own").asDouble()).isBetween(0.01, 1.0);
        assertThat(error.toString()).contains(choice.at("/expected/reason").asText());
        double items = 0;
        for (JsonNode decision : choice.at("/decisions")) {
            items += decision.path("items").size();
            if (decision.path("decision").asText().equals("onboard")) {
                assertThat(decision.path("investment").asDouble())
                        .isCloseTo(firstOrders(decision), within(0.01));
            }
        }
        assertThat(items).isPositive();
    }

    /**
     * Whole packs of at least the smallest order, at the cost of terms that hold on the last day.
     */
    private static double firstOrders(JsonNode decision) throws IOException {
        String brand = decision.path("brand").asText();
        List<NamedCsvRecord> terms = run.rows("terms");
        String lastDay = run.column("demand", "event_day").max(String::compareTo).orElseThrow();
        NamedCsvRecord binding =
                terms.stream()
                        .filter(row -> row.getField("brand").equals(brand))
                        .filter(row -> row.getField("valid_from").compareTo(lastDay) <= 0)
                        .filter(
                                row ->
                                        row.getField("valid_to").isEmpty()
                                                || row.getField("valid_to").compareTo(lastDay) >= 0)
                        .reduce((one, other) -> version(one) > version(other) ? one : other)
                        .orElseThrow();
        double days = number(binding, "lead_time_days") + number(binding, "order_every_days");
        double sum = 0;
        for (NamedCsvRecord item : run.rows("items")) {
            if (decision.path("items").toString().contains('"' + item.getField("item") + '"')) {
                double needed = days * perDay(item);
                double pack = number(binding, "pack_units");
                double packs =
                        Math.ceil(Math.max(needed, number(binding, "min_order_units")) / pack);
                sum += packs * pack * number(item, "unit_cost") * number(binding, "cost_factor");
            }
        }
        return sum;
    }

    /** The 60 days of the run are fewer than the 90 that would count. */
    private static double perDay(NamedCsvRecord item) throws IOException {
        double[] own = soldAndDays(item);
        double[] all = new double[2];
        for (NamedCsvRecord other : run.rows("items")) {
            if (other.getField("category").equals(item.getField("category"))) {
                double[] one = soldAndDays(other);
                all[0] += one[0];
                all[1] += one[1];
            }
        }
        return (1 - returnedShare(item)) * (own[0] + 7 * all[0] / all[1]) / (own[1] + 7);
    }

    private static double[] soldAndDays(NamedCsvRecord item) throws IOException {
        String name = item.getField("item");
        List<NamedCsvRecord> rows =
                run.rows("demand").stream()
                        .filter(row -> row.getField("item").equals(name))
                        .toList();
        List<NamedCsvRecord> stocked =
                rows.stream().filter(row -> row.getField("stocked_out").equals("false")).toList();
        long places = rows.stream().map(row -> row.getField("place")).distinct().count();
        return new double[] {
            stocked.stream().mapToDouble(row -> number(row, "units")).sum(),
            places > 0 ? (double) stocked.size() / places : 0
        };
    }

    private static double returnedShare(NamedCsvRecord item) throws IOException {
        NamedCsvRecord prior =
                run.rows("brand_priors").stream()
                        .filter(row -> row.getField("brand").equals(item.getField("brand")))
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
        double strength = number(prior, "returns_strength");
        double expected = number(prior, "returns_expected");
        return (units("returns", item) + expected * strength) / (units("demand", item) + strength);
    }

    private static double units(String table, NamedCsvRecord item) throws IOException {
        return run.rows(table).stream()
                .filter(row -> row.getField("item").equals(item.getField("item")))
                .mapToDouble(row -> number(row, "units"))
                .sum();
    }

    private static int version(NamedCsvRecord terms) {
        return Integer.parseInt(terms.getField("version"));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    @Test
    void takesLimitsFromTheInput() throws IOException {
        Path limits = folder.resolve("limits.json");
        Files.writeString(limits, "{\"limits\": {\"most_partners\": 1}}");

        assertThat(select("--run", run.folder().toString(), "--input", limits.toString()))
                .as(error.toString())
                .isZero();

        JsonNode choice = new ObjectMapper().readTree(out.toString());
        assertThat(choice.at("/limits/0/limit").asText()).isEqualTo("partners");
        assertThat(choice.at("/decisions").findValuesAsText("decision"))
                .filteredOn(decision -> List.of("onboard", "trial").contains(decision))
                .hasSize(1);
    }

    @Test
    void refusesBrandsBesideARun() throws IOException {
        Path both = Files.writeString(folder.resolve("both.json"), "{\"brands\": []}");

        assertThat(select("--run", run.folder().toString(), "--input", both.toString()))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The field (brands) at (", "Maybe one of [limits");
    }

    @Test
    void refusesAFolderThatIsNoRun() {
        assertThat(select("--run", folder.toString())).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains(
                        "The folder (%s) is not the output of a run: it has no csv/brand_scores.csv."
                                .formatted(folder),
                        "Maybe name the output folder of a demo or backfill.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesNeitherInputNorRunAndNoDays() {
        assertThat(select()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("Nothing says which brands to choose among.");
        assertThat(select("--run", run.folder().toString(), "--days", "0"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The days (0) must be 1 or more.");
    }

    private int select(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        String[] all = new String[arguments.length + 1];
        all[0] = "select-brands";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }
}
