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
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SelectBrandsCommandTest {

    /** Of 100, B and C bring 95 and a trial of A 3 more; D does not qualify. */
    private static final String PROBLEM =
            """
            {"brands": [
               {"brand": "A", "category": "hats", "score": 0.9, "risk": 0,
                "items": [{"item": "A1", "margin": 60, "investment": 60}]},
               {"brand": "B", "category": "hats", "score": 0.9, "risk": 0,
                "items": [{"item": "B1", "margin": 50, "investment": 50}]},
               {"brand": "C", "supplier": "S", "score": 0.9, "risk": 0,
                "items": [{"item": "C1", "category": "shoes", "margin": 45, "investment": 45}]},
               {"brand": "D", "category": "hats", "score": 0.2, "risk": 0,
                "items": [{"item": "D1", "margin": 45, "investment": 45}]}],
             "limits": {"budget": 100},
             "categories": {"shoes": {"least_items": 1}},
             "rules": {"trial_share": 0.05, "least_trial_score": 0.5}}
            """;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"auto", "scip", "branch-and-bound"})
    void choosesTheSameByEverySolver(String solver) throws IOException {
        assertThat(run(PROBLEM, "--solver", solver)).isZero();
        JsonNode result = new ObjectMapper().readTree(out.toString());
        assertThat(result.at("/value").asDouble()).isCloseTo(98, within(1e-6));
        assertThat(result.at("/solver").asText())
                .isEqualTo(solver.equals("auto") ? "scip" : solver);
        assertThat(result.at("/decisions").findValuesAsText("decision"))
                .containsExactly("trial", "onboard", "onboard", "decline");
        assertThat(result.at("/decisions/0/limit").asText()).isEqualTo("budget");
        assertThat(result.at("/decisions/0/needed").asDouble()).isCloseTo(55, within(1e-6));
        assertThat(result.at("/decisions/1/items/0").asText()).isEqualTo("B1");
        assertThat(result.at("/decisions/3/limit").asText()).isEqualTo("least trial score");
        assertThat(result.at("/limits/0/used").asDouble()).isCloseTo(98, within(1e-6));
    }

    @Test
    void writesTheDecisionsAsCsv() throws IOException {
        Path file = folder.resolve("decisions.csv");
        assertThat(run(PROBLEM, "--format", "csv", "--output", file.toString())).isZero();
        assertThat(Files.readAllLines(file))
                .startsWith(
                        "brand,decision,items,value,investment,limit,needed,difference,reason",
                        "A,trial,A1,3,3,budget,55,3,Try with 1 of 1 items: expected value 3.00 for 3.00; without it the whole is worth 3.00 less. It would be onboarded if this gave: budget by 55.00.")
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[];a JSON object is wanted.",
                "{\"brands\": 3};The field (brands) at (",
                "{\"brands\": [], \"budget\": 3};The field (budget) at (",
                "{\"brands\": [{\"brand\": \"A\", \"score\": 2, \"risk\": 0, \"category\": \"c\", \"items\": [{\"item\": \"a\", \"margin\": 1, \"investment\": 1}]}]};The score (2.0) of brand (A) must be 0 to 1.",
                "{\"brands\": [{\"brand\": \"A\", \"score\": 1, \"risk\": 0, \"items\": [{\"item\": \"a\", \"margin\": 1, \"investment\": 1}]}]};The field (category) at (",
                "{\"brands\": [{\"brand\": \"A\", \"score\": 1, \"risk\": 0, \"category\": \"c\", \"items\": [{\"item\": \"a\", \"margin\": 1, \"investment\": 1}]}], \"categories\": {\"hats\": {\"least_items\": 1}}};The least items, 1 of (hats), cannot be met",
                "{\"brands\": [{\"brand\": \"A\", \"score\": 1, \"risk\": 0, \"category\": \"c\", \"exclusive_in\": [\"hat\"], \"items\": [{\"item\": \"a\", \"margin\": 1, \"investment\": 1}]}]};The brand (A) demands to be exclusive in (hat), where no brand has an item.",
                "{\"brands\": [{\"brand\": \"A\", \"score\": 1, \"risk\": 0, \"category\": \"c\", \"exclusive_in\": \"c\", \"items\": [{\"item\": \"a\", \"margin\": 1, \"investment\": 1}]}]};must be a list of texts, not \"c\".",
                "{\"brands\": [], \"limits\": {\"budget\": -5}};The budget (-5.0) must be 0 or more.",
                "{\"brands\": []};There is no brand to choose among."
            })
    void refusesWhatIsNoChoice(String text, String message) throws IOException {
        assertThat(run(text)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String json, String... more) throws IOException {
        Path input = Files.writeString(folder.resolve("in.json"), json);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        String[] all = new String[more.length + 3];
        all[0] = "select-brands";
        all[1] = "--input";
        all[2] = input.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return line.execute(all);
    }
}
