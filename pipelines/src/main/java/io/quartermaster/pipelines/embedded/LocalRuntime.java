package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Path;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs jobs in this process, one after the other, each on a small cluster of its own. */
final class LocalRuntime {

    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(192);
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(64);

    private final int parallelism;
    private final Configuration configuration;

    /**
     * Prepares to run jobs.
     *
     * @param options of the jobs and of Flink; wins over what is set here
     * @param work folder for what Flink keeps meanwhile
     */
    LocalRuntime(int parallelism, Configuration options, Path work) {
        this.parallelism = parallelism;
        this.configuration = new Configuration();
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
        configuration.set(CoreOptions.TMP_DIRS, work.toString());
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.addAll(options);
    }

    /** The options that jobs see; what is set here holds for the jobs to come. */
    Configuration configuration() {
        return configuration;
    }

    /** Runs one job to its end. */
    JobExecutionResult run(Job job, Exchange exchange) throws Exception {
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(parallelism, configuration);
        job.define(environment, exchange, configuration);
        return environment.execute(job.name());
    }
}
