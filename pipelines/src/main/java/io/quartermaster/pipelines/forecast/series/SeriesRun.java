package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.pipelines.event.StrictEnvironment;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One run over the series of a file in this process, and the blocks that it left on disk. */
public final class SeriesRun implements AutoCloseable {

    private static final MemorySize SORTING = MemorySize.ofMebiBytes(256);
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);
    private static final int PROGRESS_SECONDS = 5;

    private final Path folder;
    private final BlockFiles blocks;

    private SeriesRun(Path folder, BlockFiles blocks) {
        this.folder = folder;
        this.blocks = blocks;
    }

    /**
     * Runs.
     *
     * @param progress takes lines for whoever waits
     * @throws IllegalArgumentException when the file is missing or of another shape
     */
    static SeriesRun of(
            ForecastRequest request, SeriesWork work, int parallelism, Consumer<String> progress)
            throws Exception {
        request.file().check();
        Path folder = Files.createTempDirectory("quartermaster-series");
        try {
            StreamExecutionEnvironment environment =
                    StrictEnvironment.local(parallelism, configuration(folder));
            SeriesPipeline.build(environment, request, work, folder);
            await(environment.executeAsync("series"), progress);
            BlockFiles blocks = BlockFiles.read(folder.toString());
            if (blocks.entries().isEmpty()) {
                throw request.file().noValue();
            }
            return new SeriesRun(folder, blocks);
        } catch (Exception e) {
            delete(folder);
            throw e;
        }
    }

    private static Configuration configuration(Path folder) {
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, SORTING);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        configuration.set(CoreOptions.TMP_DIRS, folder.toString());
        configuration.set(RestOptions.BIND_PORT, "0");
        // What is done is reported with heartbeats.
        configuration.set(
                HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(PROGRESS_SECONDS));
        return configuration;
    }

    private static void await(JobClient job, Consumer<String> progress) throws Exception {
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        long said = 0;
        while (true) {
            try {
                result.get(PROGRESS_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException running) {
                long done = done(job);
                if (done > said) {
                    progress.accept("%,d series done".formatted(done));
                    said = done;
                }
            }
        }
    }

    private static long done(JobClient job) throws InterruptedException {
        try {
            Object done = job.getAccumulators().get().get(SeriesOperator.DONE);
            return done instanceof Long count ? count : 0;
        } catch (ExecutionException ended) {
            return 0;
        }
    }

    /** How many series have a block. */
    public int size() {
        return blocks.entries().size();
    }

    /** How many series each model worked on. */
    public Map<String, Integer> byModel() {
        Map<String, Integer> counts = new TreeMap<>();
        for (BlockFiles.Entry entry : blocks.entries()) {
            for (String model : entry.models()) {
                counts.merge(model, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** What had to be done to series, by id. */
    public List<String> said() {
        return blocks.entries().stream().flatMap(entry -> Stream.of(entry.said())).toList();
    }

    /** Hands on the text of every block, by id. */
    void forEach(Consumer<String> reader) throws IOException {
        blocks.forEach(reader);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /** Flink may still be clearing its own files away below the folder. */
    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path inner, IOException gone) {
                        // What Flink still holds, Flink deletes.
                        if (!inner.toFile().delete()) {
                            inner.toFile().deleteOnExit();
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
