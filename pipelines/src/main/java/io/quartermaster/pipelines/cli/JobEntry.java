package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.Jobs;
import io.quartermaster.pipelines.embedded.KnownOptions;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.KafkaExchange;
import io.quartermaster.pipelines.event.KafkaOptions;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Where a cluster enters: {@code JOB [--set key=value]…} defines the job against Kafka on the
 * environment that the cluster provides. It never ends the process, which is not its own.
 */
public final class JobEntry {

    private static final String SET = "--set";

    private JobEntry() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            throw new IllegalArgumentException(
                    "The name of a job is missing.\nMaybe one of: %s.".formatted(Jobs.names()));
        }
        Job job = Jobs.named(arguments[0]);
        Configuration configuration = KnownOptions.all().parse(settings(arguments));
        StrictEnvironment.apply(configuration);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setMaxParallelism(StrictEnvironment.MAX_PARALLELISM);
        ZoneId zone = ZoneId.of(configuration.get(RunOptions.ZONE));
        job.define(
                environment,
                new KafkaExchange(KafkaOptions.of(configuration), zone),
                configuration);
        environment.execute(job.name());
    }

    /** The {@code --set key=value} pairs behind the job's name. */
    static Map<String, String> settings(String[] arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String pair = i + 1 < arguments.length ? arguments[i + 1] : "";
            int equals = pair.indexOf('=');
            if (!arguments[i].equals(SET) || equals < 1) {
                throw new IllegalArgumentException(
                        "The argument (%s %s) must read %s key=value."
                                .formatted(arguments[i], pair, SET));
            }
            settings.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return settings;
    }
}
