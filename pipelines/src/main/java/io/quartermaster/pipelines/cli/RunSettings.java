package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.KnownOptions;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.event.RunOptions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that runs a job. */
public final class RunSettings {

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Subtasks of each operator (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of everything that draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            defaultValue = "UTC",
            description = "Time zone in which days are cut (default: ${DEFAULT-VALUE}).")
    private String zone;

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description = "Any option of any job, as docs/options.md lists them; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin private Talk talk;

    public int parallelism() {
        if (parallelism < 1 || parallelism > 128) {
            throw new IllegalArgumentException(
                    "The parallelism (%d) must lie within 1 and 128.\nMaybe --parallelism 2."
                            .formatted(parallelism));
        }
        return parallelism;
    }

    public long seed() {
        return seed;
    }

    public ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The zone (%s) is not known.\nMaybe UTC or Europe/London.".formatted(zone), e);
        }
    }

    /**
     * Zone, seed and every {@code --set}, checked.
     *
     * @throws IllegalArgumentException on an unknown key or a value that does not fit
     */
    public Configuration configuration() {
        Configuration configuration = KnownOptions.all().parse(set);
        if (!set.containsKey(RunOptions.ZONE.key())) {
            configuration.set(RunOptions.ZONE, zone().getId());
        }
        if (!set.containsKey(RunOptions.SEED.key())) {
            configuration.set(RunOptions.SEED, seed);
        }
        return configuration;
    }

    public Progress progress() {
        return talk.progress();
    }

    public boolean verbose() {
        return talk.verbose();
    }
}
