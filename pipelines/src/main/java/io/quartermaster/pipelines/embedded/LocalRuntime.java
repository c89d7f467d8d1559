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
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Runs jobs in this process, one after the other, on one small cluster that the first of them
 * starts: a cluster for each job would hold its network memory until the next full collection.
 */
final class LocalRuntime implements AutoCloseable {

    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(192);
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(64);

    private final int parallelism;
    private final Configuration configuration;
    private MiniCluster cluster;

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
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(job.name());
        return cluster().executeJobBlocking(graph.getJobGraph());
    }

    @Override
    public void close() {
        if (cluster != null) {
            cluster.closeAsync().join();
        }
    }

    private MiniCluster cluster() throws Exception {
        if (cluster == null) {
            cluster =
                    new MiniCluster(
                            new MiniClusterConfiguration.Builder()
                                    .setConfiguration(configuration)
                                    .setNumTaskManagers(1)
                                    .setNumSlotsPerTaskManager(parallelism)
                                    .build());
            cluster.start();
        }
        return cluster;
    }
}
