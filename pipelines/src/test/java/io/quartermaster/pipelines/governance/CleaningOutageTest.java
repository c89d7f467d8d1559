package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.embedded.EmbeddedKafka;
import io.quartermaster.pipelines.event.KafkaExchange;
import io.quartermaster.pipelines.event.KafkaOptions;
import io.quartermaster.pipelines.event.RawFeed;
import io.quartermaster.pipelines.event.RawInput;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cleaning job on topics of a real broker that goes away for a while. */
@SuppressWarnings("try") // closing a cluster may be interrupted
class CleaningOutageTest {

    private static final int BATCH = 300;
    private static final long RETRY_MILLIS = 50;

    /** Lines of one later time in every partition: the watermark then passes all before them. */
    private static final int LAST = 40;

    @TempDir private Path folder;

    @Test
    @Timeout(120)
    void failsWhileTheBrokerIsAwayAndThenLosesAndDoublesNothing() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("broker"));
                MiniCluster cluster = cluster()) {
            KafkaExchange topics = topics(kafka);
            JobID job = cluster.submitJob(cleaning(topics)).get().getJobID();
            send(kafka, "first", lines(0));
            await(() -> !ids(topics).isEmpty());
            int attempts = attempts(cluster, job);
            kafka.stop();
            await(() -> attempts(cluster, job) > attempts);
            kafka.start();
            send(kafka, "second", withDirt(lines(1)));
            send(kafka, "last", last());
            await(() -> ids(topics).size() >= 2 * BATCH && rules(topics).size() >= 2);
            assertThat(ids(topics))
                    .isEqualTo(IntStream.range(0, 2 * BATCH).mapToObj(i -> "s" + i).toList());
            assertThat(rules(topics)).containsExactlyInAnyOrder("duplicate", "impossible_units");
        }
    }

    /** A checkpoint that the broker does not answer fails the job, which then starts again. */
    private static JobGraph cleaning(KafkaExchange topics) {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofSeconds(5));
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 0);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        StreamExecutionEnvironment environment = StrictEnvironment.local(1, settings);
        new CleaningJob().define(environment, topics, settings);
        return environment.getStreamGraph().getJobGraph();
    }

    private static KafkaExchange topics(EmbeddedKafka kafka) {
        return new KafkaExchange(
                new KafkaOptions(
                        kafka.bootstrapServers(), "", false, Duration.ZERO, Duration.ofSeconds(1)),
                ZoneOffset.UTC);
    }

    private static MiniCluster cluster() throws Exception {
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(1)
                                .withRandomPorts()
                                .build());
        cluster.start();
        return cluster;
    }

    private void send(EmbeddedKafka kafka, String name, List<String> lines) throws Exception {
        List<String> file = new ArrayList<>(List.of("id,time,item,place,on_hand"));
        file.addAll(lines);
        Path input = Files.createDirectory(folder.resolve(name));
        Files.write(input.resolve("stock.csv"), file);
        new RawFeed(kafka.bootstrapServers(), "").send(List.of(RawInput.events(input)));
    }

    private static List<String> lines(int batch) {
        return IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                .mapToObj(i -> line("s" + i, i, i))
                .toList();
    }

    private static List<String> withDirt(List<String> lines) {
        List<String> dirty = new ArrayList<>(lines);
        dirty.add(line("s7", 7, 7));
        dirty.add(line("bad", BATCH, -1));
        return dirty;
    }

    private static List<String> last() {
        int aDayLater = Math.toIntExact(Duration.ofDays(1).toSeconds());
        return IntStream.range(0, LAST).mapToObj(i -> line("last" + i, aDayLater, i)).toList();
    }

    private static String line(String id, int second, int onHand) {
        return "%s,%s,A,main,%d".formatted(id, Lines.at(second), onHand);
    }

    private static List<String> ids(KafkaExchange topics) throws Exception {
        return topics.contents(Channels.STOCK).stream().map(StockLevel::id).toList();
    }

    private static List<String> rules(KafkaExchange topics) throws Exception {
        return topics.contents(Channels.QUARANTINE).stream().map(Quarantined::rule).toList();
    }

    /** How often the job was started again. */
    private static int attempts(MiniCluster cluster, JobID job) throws Exception {
        Iterable<? extends AccessExecutionVertex> vertices =
                cluster.getExecutionGraph(job).get().getAllExecutionVertices();
        return StreamSupport.stream(vertices.spliterator(), false)
                .mapToInt(vertex -> vertex.getCurrentExecutionAttempt().getAttemptNumber())
                .max()
                .orElseThrow();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        CommonTestUtils.waitUntilCondition(condition::call, RETRY_MILLIS);
    }
}
