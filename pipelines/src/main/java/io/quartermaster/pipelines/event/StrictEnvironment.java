package io.quartermaster.pipelines.event;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The settings every deployed job runs under: no Kryo, no generated uids, a fixed maximum
 * parallelism. Elements are not copied between chained steps: every one is a record that nobody
 * changes.
 */
public final class StrictEnvironment {

    /** Key groups of every job; savepoints depend on it, so it never changes. */
    public static final int MAX_PARALLELISM = 128;

    static {
        PlainTypes.register();
    }

    private StrictEnvironment() {}

    /** An environment of its own in this process. */
    public static StreamExecutionEnvironment local(int parallelism, Configuration configuration) {
        Configuration strict = new Configuration(configuration);
        apply(strict);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, strict);
        environment.setMaxParallelism(MAX_PARALLELISM);
        return environment;
    }

    /** Puts the strict settings into a configuration. */
    public static void apply(Configuration configuration) {
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
    }
}
