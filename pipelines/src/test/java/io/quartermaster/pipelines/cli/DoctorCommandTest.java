package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whatever the machine has, the doctor says of every engine either where it runs or why not. */
class DoctorCommandTest {

    @ParameterizedTest
    @CsvSource({
        "forecast, 'tensorflow,regression'",
        "solver, 'scip,greedy'",
        "integer-solver, 'scip,branch-and-bound'",
        "router, 'or-tools,cheapest-insertion'",
        "similarity, 'cuda,vector,panel,scalar'"
    })
    void namesEveryEngineBestFirst(String task, String names) throws Exception {
        List<String> found = new ArrayList<>();
        candidates(task).forEach(candidate -> found.add(candidate.path("name").asText()));
        assertThat(String.join(",", found)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "solver", "integer-solver", "router", "similarity"})
    void saysOfEveryEngineWhereItRunsOrWhyNot(String task) throws Exception {
        for (JsonNode candidate : candidates(task)) {
            boolean there = candidate.path("available").asBoolean();
            assertThat(candidate.path("device").asText().isEmpty())
                    .as("no device of %s", candidate)
                    .isEqualTo(!there);
            assertThat(candidate.path("reason").asText().isEmpty())
                    .as("no reason of %s", candidate)
                    .isEqualTo(there);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tensorflow", "scip", "or-tools", "cuda", "vector", "panel", "scalar"})
    void tellsTheVersionOfEveryEngineThatIsThere(String name) throws Exception {
        JsonNode engine = null;
        for (JsonNode task : json().path("engines")) {
            for (JsonNode candidate : task.path("candidates")) {
                engine = candidate.path("name").asText().equals(name) ? candidate : engine;
            }
        }
        assertThat(engine).isNotNull();
        assertThat(engine.path("version").asText().isEmpty())
                .isEqualTo(!engine.path("available").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "solver", "integer-solver", "router", "similarity"})
    void choosesTheFirstThatIsThereAndGivesTheReasonOfEachBeforeIt(String task) throws Exception {
        List<String> reasons = new ArrayList<>();
        for (JsonNode candidate : candidates(task)) {
            if (candidate.path("available").asBoolean()) {
                assertThat(task(task).path("chosen")).isEqualTo(candidate.path("name"));
                break;
            }
            reasons.add(candidate.path("name").asText() + ": " + candidate.path("reason").asText());
        }
        assertThat(task(task).path("reason").asText()).isEqualTo(String.join("; ", reasons));
    }

    @Test
    void theTextSaysTheSame() throws Exception {
        List<String> lines = doctor().lines().map(String::strip).toList();
        JsonNode report = json();
        assertThat(lines.get(0)).startsWith("quartermaster " + report.path("version").asText());
        for (String task :
                List.of("forecast", "solver", "integer-solver", "router", "similarity")) {
            String chosen = task(task).path("chosen").asText();
            assertThat(lines).contains(task + " uses " + chosen);
            for (JsonNode candidate : candidates(task)) {
                assertThat(lines).contains(line(candidate, chosen));
            }
        }
    }

    private static String line(JsonNode candidate, String chosen) {
        String name = candidate.path("name").asText();
        String start = (name.equals(chosen) ? "* " : "") + "%-14s ".formatted(name);
        if (!candidate.path("available").asBoolean()) {
            return start + "not available: " + candidate.path("reason").asText();
        }
        String version = candidate.path("version").asText();
        return start
                + (version + " on " + candidate.path("device").asText()).strip()
                + (name.equals(chosen) ? ", chosen" : ", ready");
    }

    private static JsonNode candidates(String task) throws Exception {
        return task(task).path("candidates");
    }

    private static JsonNode task(String name) throws Exception {
        return json().path("engines").path(name);
    }

    private static JsonNode json() throws Exception {
        return new ObjectMapper().readTree(doctor("--json"));
    }

    private static String doctor(String... options) {
        StringWriter out = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(new StringWriter()));
        List<String> arguments = new ArrayList<>(List.of("doctor"));
        arguments.addAll(List.of(options));
        assertThat(line.execute(arguments.toArray(String[]::new))).isZero();
        return out.toString();
    }
}
