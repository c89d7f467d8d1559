package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.KnownOptions;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that runs a job. */
public final class RunSettings {

    private static final Map<ConfigOption<?>, String> FOUND_BY_THE_RUN =
            Map.of(
                    RunOptions.TAIL_START, "--tail-days N",
                    RunOptions.LAST_DAY, "--to DAY, or less input",
                    ForecastOptions.MODEL_FOLDER, "--model DIR");

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
            description = "Time zone in which days are cut (default: UTC).")
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

    /**
     * Of {@code --zone}, or the same as an option.
     *
     * @throws IllegalArgumentException when it is not known, or given twice and not alike
     */
    public ZoneId zone() {
        String given = set.getOrDefault(RunOptions.ZONE.key(), zone);
        if (zone != null && !zone.equals(given)) {
            throw new IllegalArgumentException(
                    "The zone is given twice, by --zone (%s) and as %s (%s).\nMaybe --zone alone."
                            .formatted(zone, RunOptions.ZONE.key(), given));
        }
        String name = given == null ? RunOptions.ZONE.defaultValue() : given;
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The zone (%s) is not known.\nMaybe UTC or Europe/London.".formatted(name), e);
        }
    }

    /**
     * Zone, seed and every {@code --set}, checked.
     *
     * @throws IllegalArgumentException on an unknown key or a value that does not fit
     */
    public Configuration configuration() {
        Configuration configuration = KnownOptions.all().parse(set);
        configuration.set(RunOptions.ZONE, zone().getId());
        if (!set.containsKey(RunOptions.SEED.key())) {
            configuration.set(RunOptions.SEED, seed);
        }
        return configuration;
    }

    /**
     * The same for a run over a whole history, which finds some of the options itself.
     *
     * @throws IllegalArgumentException on one of these too
     */
    public Configuration ofAWholeRun() {
        FOUND_BY_THE_RUN.forEach(
                (option, remedy) -> {
                    if (set.containsKey(option.key())) {
                        throw new IllegalArgumentException(
                                "A run over a whole history sets the option (%s) itself; the value given (%s) would not hold.\nMaybe %s."
                                        .formatted(option.key(), set.get(option.key()), remedy));
                    }
                });
        return configuration();
    }

    public Progress progress() {
        return talk.progress();
    }

    public boolean verbose() {
        return talk.verbose();
    }
}
