package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.forecast.SmallModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed savepoint of every deployed job: taken between two halves of a small history,
 * restored here, and what the second half gives compared row by row with an undisturbed run. {@code
 * -Dquartermaster.savepoints=write} makes them anew, when a job's state changes on purpose.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class SavepointsTest {

    /** Deployed together, as demand-forecast. */
    private static final Set<String> PARTS = Set.of("demand", "forecast");

    @TempDir private static Path model;
    @TempDir private Path folder;

    @BeforeAll
    static void writeTheModel() throws IOException {
        SmallModel.writeUntrained(model);
    }

    static Stream<Job> deployed() {
        return Jobs.all().stream().filter(job -> !PARTS.contains(job.name()));
    }

    @Test
    void everyDeployedJobHasOne() throws IOException {
        assertThat(CommittedSavepoint.committed())
                .containsExactlyInAnyOrderElementsOf(deployed().map(Job::name).toList());
    }

    @ParameterizedTest
    @MethodSource("deployed")
    void restoresAndGoesOnAsIfNothingHadHappened(Job job) throws Exception {
        CommittedSavepoint savepoint = new CommittedSavepoint(job, model, folder);

        Map<String, List<String>> expected = savepoint.expected();

        assertThat(expected.values()).as("rows after the cut").anyMatch(rows -> !rows.isEmpty());
        Map<String, List<String>> restored = savepoint.restored();
        assertThat(restored).containsKeys(expected.keySet().toArray(String[]::new));
        expected.forEach(
                (channel, rows) ->
                        assertThat(restored.get(channel))
                                .as(channel)
                                .usingElementComparator(CommittedSavepoint::compareRows)
                                .containsExactlyElementsOf(rows));
    }

    @Test
    @EnabledIfSystemProperty(named = "quartermaster.savepoints", matches = "write")
    void writesThem() throws Exception {
        SavepointInputs.write(folder.resolve("history"), model);
        for (Job job : deployed().toList()) {
            new CommittedSavepoint(job, model, folder).write();
        }
    }
}
