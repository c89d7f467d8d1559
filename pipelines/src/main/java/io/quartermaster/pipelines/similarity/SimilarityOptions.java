package io.quartermaster.pipelines.similarity;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;

/** How every job computes similarity. */
public final class SimilarityOptions {

    public static final ConfigOption<String> ENGINE =
            ConfigOptions.key(SimilaritySettings.ENGINE_KEY)
                    .stringType()
                    .defaultValue(SimilaritySettings.DEFAULT.engine())
                    .withDescription(
                            "Engine of similarity: auto, cuda, vector, panel or scalar. A forced one that is missing fails.");

    public static final ConfigOption<Integer> THREADS =
            ConfigOptions.key(SimilaritySettings.THREADS_KEY)
                    .intType()
                    .defaultValue(SimilaritySettings.DEFAULT.threads())
                    .withDescription(
                            "Threads that a call of a similarity kernel on the CPU is spread over, 0 for all cores. The answer is the same.");

    public static final ConfigOption<MemorySize> DEVICE_MEMORY =
            ConfigOptions.key(SimilaritySettings.DEVICE_MEMORY_KEY)
                    .memoryType()
                    .defaultValue(new MemorySize(SimilaritySettings.DEFAULT.deviceBytes()))
                    .withDescription(
                            "Most memory that a similarity kernel takes on a GPU. What needs more is answered by the CPU, which is counted and logged.");

    private SimilarityOptions() {}

    public static List<ConfigOption<?>> all() {
        return List.of(ENGINE, THREADS, DEVICE_MEMORY);
    }

    /**
     * Reads and checks.
     *
     * @throws IllegalArgumentException naming the option and the value that is not possible
     */
    public static SimilaritySettings of(ReadableConfig config) {
        SimilaritySettings settings =
                new SimilaritySettings(
                        config.get(ENGINE),
                        config.get(THREADS),
                        config.get(DEVICE_MEMORY).getBytes());
        SimilarityEngines.choose(settings.engine());
        return settings;
    }
}
