package io.quartermaster.pipelines.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quartermaster.pipelines.event.HalvesExchange;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The savepoint of one job in {@code savepoints/<job>/v1}, and the rows that it must give from
 * there on, one file a channel.
 */
final class CommittedSavepoint {

    private static final Path ALL = Path.of("../savepoints");
    private static final String VERSION = "v1";

    /**
     * Where it is written from: what a savepoint tells of files is then the same on every machine.
     */
    private static final Path NEUTRAL =
            Path.of(System.getProperty("java.io.tmpdir")).resolve("quartermaster-savepoint");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Native arithmetic may differ in its last digits between processors. */
    private static final double TOLERANCE = 1e-4;

    private static final int PATIENCE = 30;

    private final Job job;
    private final Path home;
    private final Path model;
    private final Path folder;

    /**
     * @param model folder of the model that its forecasts come from
     * @param folder to work in
     */
    CommittedSavepoint(Job job, Path model, Path folder) {
        this.model = model;
        this.job = job;
        this.home = ALL.resolve(job.name()).resolve(VERSION);
        this.folder = folder;
    }

    /** Names of the jobs that have one. */
    static List<String> committed() throws IOException {
        try (Stream<Path> jobs = Files.list(ALL)) {
            return jobs.filter(job -> Files.isDirectory(job.resolve(VERSION).resolve("savepoint")))
                    .map(job -> job.getFileName().toString())
                    .toList();
        }
    }

    /** Rows by channel, in the order of their text. */
    Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("expected"))) {
            for (Path file : files.toList()) {
                rows.put(
                        file.getFileName().toString().replace(".jsonl", ""),
                        Files.readAllLines(file));
            }
        }
        return rows;
    }

    /** What the second half gives after the committed state. */
    Map<String, List<String>> restored() throws Exception {
        Configuration options = SavepointInputs.options(model);
        options.set(
                StateRecoveryOptions.SAVEPOINT_PATH,
                home.resolve("savepoint").toAbsolutePath().toUri().toString());
        options.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        Path work = folder.resolve("restored-" + job.name());
        return run(HalvesExchange.second(SavepointInputs.copy(work, "second")), options);
    }

    /** Takes the savepoint between the halves and writes it with what is expected after it. */
    void write() throws Exception {
        FolderTree.delete(NEUTRAL);
        HalvesExchange first =
                HalvesExchange.first(SavepointInputs.copy(NEUTRAL, "first"), SavepointInputs.CUT);
        String savepoint = takeSavepoint(first);
        FolderTree.replace(Path.of(URI.create(savepoint)), home.resolve("savepoint"));
        Map<String, List<String>> before = first.rows();
        Path work = folder.resolve("whole-" + job.name());
        Map<String, List<String>> whole =
                run(
                        HalvesExchange.second(SavepointInputs.copy(work, "first", "second")),
                        SavepointInputs.options(model));
        FolderTree.delete(home.resolve("expected"));
        Files.createDirectories(home.resolve("expected"));
        for (Map.Entry<String, List<String>> channel : whole.entrySet()) {
            Set<String> known = new HashSet<>(before.getOrDefault(channel.getKey(), List.of()));
            Files.write(
                    home.resolve("expected").resolve(channel.getKey() + ".jsonl"),
                    channel.getValue().stream().filter(row -> !known.contains(row)).toList());
        }
        FolderTree.delete(NEUTRAL);
    }

    /** 0 where two rows say the same, numbers of them but for rounding. */
    static int compareRows(String one, String other) {
        try {
            boolean same =
                    JSON.readTree(one).equals(CommittedSavepoint::compare, JSON.readTree(other));
            return same ? 0 : one.compareTo(other);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no row of JSON: " + one, e);
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            double scale = Math.max(1, Math.abs(one.doubleValue()));
            return Math.abs(one.doubleValue() - other.doubleValue()) <= TOLERANCE * scale ? 0 : 1;
        }
        return one.equals(other) ? 0 : 1;
    }

    private Map<String, List<String>> run(HalvesExchange exchange, Configuration options)
            throws Exception {
        define(exchange, options).execute(job.name());
        return exchange.rows();
    }

    private StreamExecutionEnvironment define(HalvesExchange exchange, Configuration options) {
        StreamExecutionEnvironment environment = StrictEnvironment.local(1, options);
        job.define(environment, exchange, options);
        return environment;
    }

    private String takeSavepoint(HalvesExchange exchange) throws Exception {
        JobClient running =
                define(exchange, SavepointInputs.options(model)).executeAsync(job.name());
        exchange.awaitRead();
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return stop(running);
            } catch (ExecutionException e) {
                // A task may still be starting while the sources have nothing more to read.
                TimeUnit.SECONDS.sleep(1);
            }
        }
        return stop(running);
    }

    private String stop(JobClient running) throws Exception {
        String savepoint =
                running.stopWithSavepoint(
                                false,
                                Files.createDirectories(folder.resolve("savepoints"))
                                        .toUri()
                                        .toString(),
                                SavepointFormatType.CANONICAL)
                        .get();
        running.getJobExecutionResult().get();
        return savepoint;
    }
}
