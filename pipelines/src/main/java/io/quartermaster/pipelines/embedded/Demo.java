package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.KafkaExchange;
import io.quartermaster.pipelines.event.KafkaOptions;
import io.quartermaster.pipelines.event.MarketplaceFiles;
import io.quartermaster.pipelines.event.RawFeed;
import io.quartermaster.pipelines.event.RawInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.flink.configuration.Configuration;

/**
 * The whole loop through a real broker in this process: event files are produced to topics, every
 * job reads topics and writes topics, and the results are read back from them.
 */
public final class Demo {

    private Demo() {}

    /**
     * Runs and makes the output appear.
     *
     * @param marketplace to generate, null to read {@code data} instead
     * @param data folder of event files, null to generate
     * @param clock tells from when on an event lies in the future
     */
    public static RunSummary run(
            RunRequest request,
            MarketplaceOptions marketplace,
            Path data,
            OutputFolder output,
            Progress progress,
            Clock clock)
            throws Exception {
        // Generating and producing take a while; what cannot be should not wait for them.
        Jobs.check(request.options());
        Path work = Files.createDirectory(output.path().resolve("work"));
        RunSummary summary;
        try (Meanwhile meanwhile = new Meanwhile()) {
            Instant latest = latest(marketplace, clock.instant());
            Future<Path> events =
                    meanwhile.begin(
                            () -> {
                                Path folder =
                                        data == null ? generate(marketplace, work, progress) : data;
                                InputFacts.into(
                                        request.options(),
                                        List.of(RawInput.events(folder)),
                                        request.from() == null,
                                        latest);
                                return folder;
                            });
            summary = throughKafka(request, events, output.path(), work, progress);
        }
        FileTree.delete(work);
        output.commit();
        return summary;
    }

    private static RunSummary throughKafka(
            RunRequest request, Future<Path> events, Path output, Path work, Progress progress)
            throws Exception {
        try (EmbeddedKafka kafka =
                progress.stage(
                        "kafka",
                        "Starting Kafka in this process",
                        () -> EmbeddedKafka.start(work))) {
            Path folder = Meanwhile.end(events);
            KafkaOptions options = options(request.options(), kafka.bootstrapServers());
            Map<String, Long> sent =
                    progress.stage(
                            "producing",
                            "Producing the events to topics",
                            () -> send(options, folder));
            KafkaExchange topics = new KafkaExchange(options, request.zone());
            return new EmbeddedRun(
                            request, new KafkaRunExchange(topics, sent), output, work, progress)
                    .carryOut();
        }
    }

    /** Now, or the end of a generated marketplace, which may lie in the future. */
    static Instant latest(MarketplaceOptions marketplace, Instant now) {
        Instant end = marketplace == null ? now : Channels.endOf(marketplace.lastDay().plusDays(1));
        return end.isAfter(now) ? end : now;
    }

    private static Path generate(MarketplaceOptions marketplace, Path work, Progress progress)
            throws Exception {
        Path folder = Files.createDirectory(work.resolve("events"));
        progress.stage(
                "generating",
                "Generating a marketplace of %d brands, %d items and %d days"
                        .formatted(marketplace.brands(), marketplace.skus(), marketplace.days()),
                () -> MarketplaceFiles.write(marketplace, folder));
        return folder;
    }

    private static KafkaOptions options(Configuration options, String bootstrapServers) {
        Configuration kafka = new Configuration(options);
        kafka.set(KafkaOptions.BOOTSTRAP_SERVERS, bootstrapServers);
        kafka.set(KafkaOptions.BOUNDED, true);
        return KafkaOptions.of(kafka);
    }

    /** Records sent, by topic, the prefix of all topics aside. */
    private static Map<String, Long> send(KafkaOptions options, Path events) throws IOException {
        Map<String, Long> sent = new TreeMap<>();
        new RawFeed(options.bootstrapServers(), options.topicPrefix())
                .send(List.of(RawInput.events(events)))
                .forEach(
                        (topic, records) ->
                                sent.put(topic.substring(options.topicPrefix().length()), records));
        return sent;
    }
}
