package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.EventKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Names of the topics under a prefix, and the topics themselves at a broker. */
public final class Topics {

    private static final int PARTITIONS = 2;
    private static final String RAW = "raw.";

    private final String bootstrapServers;
    private final String prefix;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    /** Topics of one prefix at one broker. */
    public Topics(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
    }

    /** Topic of a channel. */
    public String of(Channel<?> channel) {
        return prefix + channel.name();
    }

    /** Topic of the raw records of a kind. */
    public String raw(String kind) {
        return prefix + RAW + kind;
    }

    /** Topics of the raw records of every kind. */
    List<String> raw() {
        return Arrays.stream(EventKind.values()).map(kind -> raw(kind.label())).toList();
    }

    /** The kind whose raw records a topic holds. */
    static String kindOf(String rawTopic) {
        return rawTopic.substring(rawTopic.lastIndexOf(RAW) + RAW.length());
    }

    /**
     * Creates those that are not there and were not made before, with two partitions each. Nothing
     * in them ends by age: event times of a history are years old.
     */
    void create(List<String> names) {
        Map<String, String> keep = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
        List<NewTopic> topics =
                names.stream()
                        .filter(name -> !made.contains(name))
                        .map(
                                name ->
                                        new NewTopic(
                                                        name,
                                                        Optional.of(PARTITIONS),
                                                        Optional.<Short>empty())
                                                .configs(keep))
                        .toList();
        if (topics.isEmpty()) {
            return;
        }
        try (Admin admin = admin()) {
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            made.addAll(names);
        } catch (ExecutionException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * End offsets by topic under the prefix: records, and the marks that end transactions, one in
     * each partition a transaction wrote to.
     */
    public Map<String, Long> endOffsets() {
        try (Admin admin = admin()) {
            Set<String> names =
                    admin.listTopics().names().get().stream()
                            .filter(name -> name.startsWith(prefix) && !name.startsWith("__"))
                            .collect(Collectors.toSet());
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach(
                            (name, topic) ->
                                    topic.partitions()
                                            .forEach(
                                                    partition ->
                                                            latest.put(
                                                                    new TopicPartition(
                                                                            name,
                                                                            partition.partition()),
                                                                    OffsetSpec.latest())));
            Map<String, Long> ends = new TreeMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((place, end) -> ends.merge(place.topic(), end.offset(), Long::sum));
            return ends;
        } catch (ExecutionException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Admin admin() {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return Admin.create(properties);
    }

    private IllegalArgumentException unreachable(ExecutionException cause) {
        return new IllegalArgumentException(
                "The brokers (%s) do not do what was asked: %s.\nMaybe kafka.bootstrap-servers names another host or port, or the broker is down."
                        .formatted(bootstrapServers, cause.getCause().getMessage()),
                cause);
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while the broker was asked.", cause);
    }
}
