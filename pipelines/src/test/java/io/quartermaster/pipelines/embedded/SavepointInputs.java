package io.quartermaster.pipelines.embedded;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import io.quartermaster.pipelines.event.HalvesExchange;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.MarketplaceFiles;
import io.quartermaster.pipelines.event.RawInput;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import io.quartermaster.pipelines.forecast.SmallModel;
import io.quartermaster.pipelines.replenishment.ReplenishmentOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A small generated history that every job's savepoint is taken from: raw records and every channel
 * that a job reads, in two halves of event time, in {@code savepoints/inputs}.
 */
final class SavepointInputs {

    private static final Path HOME = Path.of("../savepoints/inputs");
    private static final MarketplaceOptions HISTORY =
            new MarketplaceOptions(3, 4, 1, 32, 110, 5, LocalDate.of(2024, 1, 1), 0.01);
    static final Instant CUT = Instant.parse("2024-03-30T00:00:00Z");

    /** It does again what its two parts do. */
    private static final String TOGETHER = "demand-forecast";

    private SavepointInputs() {}

    static Configuration options(Path model) {
        Configuration options = GeneratedChannels.options(HISTORY);
        options.set(RunOptions.TAIL_START, HISTORY.firstDay().plusDays(70).toString());
        options.set(RunOptions.HORIZON_DAYS, SmallModel.HORIZON);
        options.set(ForecastOptions.ENGINE, "lstm");
        options.set(ForecastOptions.MODEL_FOLDER, model.toString());
        options.set(ForecastOptions.BUNDLE_SIZE, 4);
        options.set(ReplenishmentOptions.SOLVER, "greedy");
        return options;
    }

    /** The halves of each channel as one file, in a folder that a run may change. */
    static Path copy(Path folder, String... halves) throws IOException {
        for (String half : halves) {
            try (Stream<Path> files = Files.list(HOME.resolve(half))) {
                for (Path file : files.toList()) {
                    String channel = file.getFileName().toString().replace(".jsonl", "");
                    Path to = Files.createDirectories(folder.resolve(channel));
                    Files.write(to.resolve("all.jsonl"), Files.readAllLines(file), CREATE, APPEND);
                }
            }
        }
        return folder;
    }

    /** Generates the history, runs every job over it and keeps what jobs read. */
    static void write(Path folder, Path model) throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        MarketplaceFiles.write(HISTORY, files);
        RawInput raw = RawInput.events(files);
        FolderTree.delete(HOME);
        List<RawRecord> records = new ArrayList<>();
        raw.forEach(records::add);
        halves(HalvesExchange.RAW, records);
        FileExchange exchange =
                new FileExchange(folder.resolve("channels"), List.of(raw), ZoneOffset.UTC);
        for (Job job : Jobs.all()) {
            if (!job.name().equals(TOGETHER)) {
                run(job, exchange, model);
            }
        }
    }

    private static void run(Job job, FileExchange exchange, Path model) throws Exception {
        Configuration options = options(model);
        StreamExecutionEnvironment environment = StrictEnvironment.local(1, options);
        WatchedExchange watched = new WatchedExchange(exchange, SelectedDays.all());
        job.define(environment, watched, options);
        environment.execute(job.name());
        for (Channel<?> channel : watched.written()) {
            exchange.seal(channel);
            halves(channel, exchange);
        }
    }

    private static <T> void halves(Channel<T> channel, FileExchange exchange) throws IOException {
        halves(channel, exchange.contents(channel));
    }

    private static <T> void halves(Channel<T> channel, List<T> elements) throws IOException {
        JsonCodec<T> codec = JsonCodec.of(channel.type());
        Map<String, List<String>> halves = new TreeMap<>();
        elements.sort(Comparator.comparing((T element) -> channel.time().apply(element)));
        for (T element : elements) {
            String half = channel.time().apply(element).isBefore(CUT) ? "first" : "second";
            halves.computeIfAbsent(half, none -> new ArrayList<>())
                    .add(new String(codec.write(element), StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, List<String>> half : halves.entrySet()) {
            Path home = Files.createDirectories(HOME.resolve(half.getKey()));
            Files.write(home.resolve(channel.name() + ".jsonl"), half.getValue());
        }
    }
}
