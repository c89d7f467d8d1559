package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.pipelines.event.RealData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RankBrandsCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void ranksByJudgementsAndRatings() throws IOException {
        int code =
                run(
                        """
                        {"goal": {"name": "brand",
                                  "criteria": [{"name": "quality"}, {"name": "price"},
                                               {"name": "service", "criteria":
                                                  [{"name": "speed"}, {"name": "care"}],
                                                "points": {"care": 1, "speed": 3}}],
                                  "matrix": [[1, 2, 6], ["1/2", 1, 3], ["1/6", "1/3", 1]]},
                         "alternatives": ["A", "B"],
                         "ratings": {"quality": {"A": 1, "B": 0.5}, "speed": [0, 1],
                                     "brand/service/care": {"A": 1, "B": 0}},
                         "matrices": {"price": [[1, "1/3"], [3, 1]]}}
                        """);

        assertThat(error.toString()).doesNotContain("Maybe");
        assertThat(code).isZero();
        JsonNode result = MAPPER.readTree(folder.resolve("out.json").toFile());
        assertThat(result.at("/weights/brand~1quality").asDouble()).isCloseTo(0.6, within(1e-9));
        assertThat(result.at("/weights/brand~1service~1speed").asDouble())
                .isCloseTo(0.075, within(1e-9));
        assertThat(result.at("/consistency_ratio/brand").asDouble()).isCloseTo(0, within(1e-9));
        assertThat(result.at("/consistency_ratio/brand~1price").asDouble()).isZero();
        assertThat(result.at("/ranking/0/name").asText()).isEqualTo("A");
        assertThat(result.at("/ranking/0/score").asDouble())
                .isCloseTo(0.6 + 0.3 * 0.25 + 0.025, within(1e-9));
        assertThat(result.at("/ranking/0/parts/brand~1price").asDouble())
                .isCloseTo(0.075, within(1e-9));
    }

    @Test
    void refusesContradictoryJudgementsUnlessForced() throws IOException {
        String judgements =
                """
                {"goal": {"name": "brand", "criteria": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
                          "pairs": {"a|b": 5, "b|c": 5, "c|a": 5}},
                 "alternatives": ["A"], "ratings": {"a": [1], "b": [1], "c": [1]}}
                """;

        assertThat(run(judgements)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("The judgements of (brand) have a consistency ratio of ")
                .contains("the worst pair is (a|b), judged 5.000 where the others imply 1.000.")
                .contains(
                        "Maybe judge (a|b) again: with 0.04000 instead of 5.000 the ratio is 0.0000")
                .contains(", or go on with --force.");
        assertThat(folder.resolve("out.json")).doesNotExist();
        assertThat(run(judgements, "--force")).isZero();
        JsonNode result = MAPPER.readTree(folder.resolve("out.json").toFile());
        assertThat(result.at("/worst_pair/pair").asText()).isEqualTo("a|b");
        assertThat(result.at("/worst_pair/path").asText()).isEqualTo("brand");
    }

    @ParameterizedTest
    @CsvSource({"judgements, 0.8", "priorities, 0.8"})
    void hearsSeveralExperts(String aggregation, double first) throws IOException {
        int code =
                run(
                        """
                        {"goal": {"name": "brand", "criteria": [{"name": "a"}, {"name": "b"}],
                                  "experts": {"ann": {"pairs": {"a|b": 2}},
                                              "bob": {"matrix": [[1, 8], ["1/8", 1]], "importance": 1}},
                                  "aggregation": "%s"},
                         "alternatives": ["A", "B"], "ratings": {"a": [1, 0], "b": [0, 1]}}
                        """
                                .formatted(aggregation));

        assertThat(code).as(error.toString()).isZero();
        JsonNode result = MAPPER.readTree(folder.resolve("out.json").toFile());
        assertThat(result.at("/weights/brand~1a").asDouble()).isCloseTo(first, within(1e-9));
        assertThat(result.at("/sensitivity/0/turns_at").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(result.at("/sensitivity/0/instead").asText()).isEqualTo("B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "\"experts\": {} => are not possible.",
                "\"experts\": {\"ann\": {\"points\": [1, 2]}} => The expert (ann) of (brand) gives no judgements in pairs.",
                "\"experts\": {\"ann\": {\"points\": [1, 2]}}, \"aggregation\": \"median\" => with the aggregation (median)",
                "\"experts\": {\"ann\": {\"points\": [1, 2]}}, \"points\": [1, 2] => beside the node's own judgements",
                "\"experts\": {\"ann\": {\"pairs\": {\"a|b\": 2}, \"importance\": -1}} => The importance (-1.0) of the expert (ann)",
                "\"experts\": {\"ann\": {\"points\": [1, 2]}, \"ann\": {\"points\": [2, 1]}} => Duplicate field 'ann'",
                "\"experts\": {\"ann\": {\"pairs\": {\"a|x\": 2}}} => The pair (a|x) of (brand by ann) must name two of [a, b]"
            })
    void saysWhatIsWrongWithExperts(String experts, String message) throws IOException {
        saysWhatIsWrongWithAWeighing(experts, message);
    }

    @Test
    void weighsByTheMethodAskedFor() throws IOException {
        String input =
                """
                {"goal": {"name": "brand", "criteria": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
                          "matrix": [[1, 2, 5], ["1/2", 1, 4], ["1/5", "1/4", 1]]},
                 "alternatives": ["A"], "ratings": {"a": [1], "b": [1], "c": [1]}}
                """;
        assertThat(run(input, "--method", "geometric-mean")).isZero();
        JsonNode result = MAPPER.readTree(folder.resolve("out.json").toFile());
        assertThat(result.at("/weights/brand~1a").asDouble())
                .isCloseTo(
                        Math.cbrt(10) / (Math.cbrt(10) + Math.cbrt(2) + Math.cbrt(0.05)),
                        within(1e-9));
        assertThat(run(input, "--method", "median")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The method (median) is not known.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "\"matrix\": [[1, 2]] => The matrix of (brand) has 1 rows, not 2.",
                "\"matrix\": [[1, -2], [3, 1]] => The judgement (-2.0) of (a) against (b) in (brand) must be positive.",
                "\"matrix\": [[1, 2], [2, 1]] => must be reciprocal.",
                "\"weights\": [0.5, 0.6] => must not be negative and sum to 1, not to 1.1.",
                "\"weights\": {\"a\": 1, \"x\": 0} => The name (x) at (brand) is not known.",
                "\"points\": [1, \"many\"] => The number (\"many\") of (b) at (brand) cannot be read.",
                "\"points\": [1] => The list at (brand) has 1 numbers, not 2.",
                "\"pairs\": {\"a|x\": 2} => The pair (a|x) of (brand) must name two of [a, b]",
                "\"other\": 1 => The node (brand) must have exactly one of"
            })
    void saysWhatIsWrongWithAWeighing(String weighing, String message) throws IOException {
        int code =
                run(
                        """
                        {"goal": {"name": "brand", "criteria": [{"name": "a"}, {"name": "b"}], %s},
                         "alternatives": ["A"], "ratings": {"a": [1], "b": [1]}}
                        """
                                .formatted(weighing));

        assertThat(code).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "not json => is no sound JSON",
                "[] => a JSON object is wanted.",
                "`` => is empty.",
                "{\"alternatives\": [\"A\"]} => has no \"name\".",
                "{\"goal\": {\"name\": \"g\"}, \"alternatives\": []} => must be a list of different names.",
                "{\"goal\": {\"name\": \"g\"}, \"alternatives\": [\"A\"], \"ratings\": {\"g\": [2]}} => The rating (2.0) of (A) on (g) must lie within 0 and 1.",
                "{\"goal\": {\"name\": \"g\"}, \"alternatives\": [\"A\"], \"ratings\": {\"g\": [1], \"h\": [1]}} => The criterion (h) is rated but is no lowest criterion of the hierarchy.",
                "{\"goal\": {\"name\": \"g\"}, \"alternatives\": [\"A\"]} => The criterion (g) has neither ratings nor a matrix"
            })
    void saysWhatIsWrongWithTheInput(String input, String message) throws IOException {
        assertThat(run(input)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
    }

    @Test
    void weighsPublishedCasesAsPublished() throws IOException {
        Path cases = RealData.path("ahp/published_cases.json");
        JsonNode published = MAPPER.readTree(cases.toFile());
        for (JsonNode one : published.path("matrices")) {
            ObjectNode goal = MAPPER.createObjectNode().put("name", "goal");
            goal.set("pairs", one.path("pairs_above_diagonal"));
            ObjectNode input = MAPPER.createObjectNode();
            ObjectNode ratings = input.putObject("ratings");
            for (JsonNode item : one.path("items")) {
                goal.withArray("criteria").addObject().put("name", item.asText());
                ratings.putArray(item.asText()).add(1);
            }
            input.set("goal", goal);
            input.putArray("alternatives").add("A");

            assertThat(run(input.toString())).isZero();

            JsonNode result = MAPPER.readTree(folder.resolve("out.json").toFile());
            for (JsonNode item : one.path("items")) {
                assertThat(result.path("weights").path("goal/" + item.asText()).asDouble())
                        .as("%s of %s", item.asText(), one.path("name").asText())
                        .isCloseTo(
                                one.path("computed").path("weights").path(item.asText()).asDouble(),
                                within(5e-5));
            }
            assertThat(result.at("/consistency_ratio/goal").asDouble())
                    .isCloseTo(one.path("computed").path("CR_saaty_RI").asDouble(), within(5e-5));
        }
    }

    @Test
    void ranksThePublishedHierarchyAsPublished() throws IOException {
        Path cases = RealData.path("ahp/published_cases.json");
        JsonNode published = MAPPER.readTree(cases.toFile());
        JsonNode criteria = published.path("matrices").path(0);
        ObjectNode input = MAPPER.createObjectNode();
        ObjectNode goal = input.putObject("goal").put("name", "city");
        goal.set("matrix", criteria.path("matrix"));
        ObjectNode matrices = input.putObject("matrices");
        for (int i = 0; i < criteria.path("items").size(); i++) {
            String name = criteria.path("items").path(i).asText();
            goal.withArray("criteria").addObject().put("name", name);
            matrices.set(name, published.path("matrices").path(i + 1).path("matrix"));
        }
        input.set("alternatives", published.path("matrices").path(1).path("items"));

        assertThat(run(input.toString())).isZero();

        JsonNode targets = published.path("hierarchies").path(0).path("published_target_weights");
        for (JsonNode ranked :
                MAPPER.readTree(folder.resolve("out.json").toFile()).path("ranking")) {
            assertThat(ranked.path("score").asDouble())
                    .as(ranked.path("name").asText())
                    .isCloseTo(targets.path(ranked.path("name").asText()).asDouble(), within(6e-5));
        }
    }

    private int run(String input, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("in.json"), input == null ? "" : input);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        String[] arguments = {
            "rank-brands",
            "--input",
            file.toString(),
            "--output",
            folder.resolve("out.json").toString(),
            "--overwrite"
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return line.execute(all);
    }
}
