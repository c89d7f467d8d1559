package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.KafkaOptions;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The options that {@code --set} takes: those of every job and a few of Flink's own. */
public final class KnownOptions {

    private final Map<String, ConfigOption<?>> byKey = new TreeMap<>();

    private KnownOptions() {}

    public static KnownOptions all() {
        KnownOptions options = new KnownOptions();
        options.add(RunOptions.all());
        options.add(KafkaOptions.all());
        options.add(SimilarityOptions.all());
        options.add(List.of(ModelTraining.WINDOWS));
        for (Job job : Jobs.all()) {
            options.add(job.options());
        }
        options.byKey.put(
                StateBackendOptions.STATE_BACKEND.key(), StateBackendOptions.STATE_BACKEND);
        options.byKey.put(
                CheckpointingOptions.CHECKPOINTING_INTERVAL.key(),
                CheckpointingOptions.CHECKPOINTING_INTERVAL);
        options.byKey.put(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(),
                CheckpointingOptions.CHECKPOINTS_DIRECTORY);
        options.byKey.put(
                TaskManagerOptions.MANAGED_MEMORY_SIZE.key(),
                TaskManagerOptions.MANAGED_MEMORY_SIZE);
        return options;
    }

    private void add(Collection<ConfigOption<?>> options) {
        options.forEach(option -> byKey.put(option.key(), option));
    }

    /** By key, in alphabetical order. */
    public Map<String, ConfigOption<?>> byKey() {
        return byKey;
    }

    /**
     * Checks keys and values.
     *
     * @throws IllegalArgumentException on an unknown key or a value that does not fit
     */
    public Configuration parse(Map<String, String> values) {
        Configuration configuration = new Configuration();
        values.forEach(
                (key, value) -> {
                    ConfigOption<?> option = byKey.get(key);
                    if (option == null) {
                        throw new IllegalArgumentException(
                                "The option (%s) is not known.\nMaybe %s."
                                        .formatted(key, nearest(key)));
                    }
                    configuration.setString(key, value);
                    check(configuration, option, value);
                });
        return configuration;
    }

    private static void check(Configuration configuration, ConfigOption<?> option, String value) {
        try {
            configuration.get(option);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The value (%s) of the option (%s) does not fit its type.\nMaybe look at docs/options.md."
                            .formatted(value, option.key()),
                    e);
        }
    }

    private String nearest(String key) {
        return byKey.keySet().stream()
                .min((a, b) -> Integer.compare(distance(a, key), distance(b, key)))
                .orElseThrow();
    }

    /** Levenshtein's distance of two words. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
