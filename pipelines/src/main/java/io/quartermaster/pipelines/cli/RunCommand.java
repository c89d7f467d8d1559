package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.Jobs;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.KafkaExchange;
import io.quartermaster.pipelines.event.KafkaOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One job against Kafka, in this process. */
@Command(
        name = "run",
        description =
                "Run one job against Kafka, in this process: --set kafka.bootstrap-servers=HOST:PORT.")
final class RunCommand implements Callable<Integer> {

    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    @Parameters(paramLabel = "JOB", description = "Name of the job; a wrong one lists them all.")
    private String job;

    @Mixin private RunSettings settings;

    @Override
    public Integer call() throws Exception {
        Job wanted = Jobs.named(job);
        Configuration configuration = settings.configuration();
        wanted.check(configuration);
        if (!configuration.contains(CheckpointingOptions.CHECKPOINTING_INTERVAL)) {
            configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
        }
        KafkaOptions kafka = KafkaOptions.of(configuration);
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(settings.parallelism(), configuration);
        wanted.define(environment, new KafkaExchange(kafka, settings.zone()), configuration);
        settings.progress().say("Running %s against %s".formatted(job, kafka.bootstrapServers()));
        environment.execute(wanted.name());
        return 0;
    }
}
