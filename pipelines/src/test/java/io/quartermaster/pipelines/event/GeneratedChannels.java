package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.TrueDemand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The clean channels of a small generated marketplace, as a finished cleaning job leaves them. */
public final class GeneratedChannels {

    /** 4 brands, 8 items, one place, 120 days: 24 of them tail. */
    public static final MarketplaceOptions SMALL =
            new MarketplaceOptions(4, 8, 1, 60, 120, 7, LocalDate.of(2024, 1, 1), 0);

    private GeneratedChannels() {}

    /** Writes every channel and opens an exchange over them. */
    public static FileExchange write(Path folder, MarketplaceOptions marketplace)
            throws IOException {
        Map<EventKind, List<Event>> events = new EnumMap<>(EventKind.class);
        Marketplace.generate(
                marketplace,
                new MarketplaceSink() {
                    @Override
                    public void event(EventKind kind, Event event, Flaw flaw) {
                        events.computeIfAbsent(kind, none -> new ArrayList<>()).add(event);
                    }

                    @Override
                    public void truth(TrueDemand demand) {}
                });
        for (Map.Entry<EventKind, List<Event>> kind : events.entrySet()) {
            write(folder.resolve(kind.getKey().label() + ".jsonl"), kind.getValue());
        }
        return new FileExchange(folder, List.of(), ZoneOffset.UTC);
    }

    /** Writes events of one kind as a channel. */
    public static void write(Path file, List<? extends Event> events) throws IOException {
        List<? extends Event> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(Event::time).thenComparing(Event::id));
        List<String> lines = new ArrayList<>();
        for (Event event : sorted) {
            lines.add(line(event, event.getClass()));
        }
        Files.write(file, lines);
    }

    private static <T> String line(Event event, Class<T> type) {
        return new String(JsonCodec.of(type).write(type.cast(event)), StandardCharsets.UTF_8);
    }

    /** The days of a run over that marketplace. */
    public static Configuration options(MarketplaceOptions marketplace) {
        Configuration options = new Configuration();
        options.set(RunOptions.LAST_DAY, marketplace.lastDay().toString());
        options.set(RunOptions.TAIL_START, marketplace.tailStart().toString());
        return options;
    }

    /** Runs a job to its end and hands on what it wrote to a channel. */
    public static <T> List<T> run(
            Job job,
            Exchange read,
            FileExchange write,
            Configuration options,
            int parallelism,
            Channel<T> channel)
            throws Exception {
        Configuration configuration = new Configuration(options);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(parallelism, configuration);
        job.define(environment, read, options);
        environment.execute(job.name());
        write.seal(channel);
        List<T> elements = new ArrayList<>();
        write.forEach(channel, elements::add);
        return elements;
    }
}
