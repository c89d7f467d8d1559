package io.quartermaster.pipelines.event;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How jobs meet their topics.
 *
 * @param bootstrapServers brokers to ask first, {@code host:port} separated by commas
 * @param topicPrefix start of every topic's name and of every transaction's id
 * @param bounded whether reading ends at the offsets of its start, with the watermark at the end
 * @param outOfOrderness how late an event may come in continuous reading
 * @param idleness after which a partition without events no longer holds the watermark
 */
public record KafkaOptions(
        String bootstrapServers,
        String topicPrefix,
        boolean bounded,
        Duration outOfOrderness,
        Duration idleness) {

    public static final ConfigOption<String> BOOTSTRAP_SERVERS =
            ConfigOptions.key("kafka.bootstrap-servers")
                    .stringType()
                    .defaultValue("localhost:9092")
                    .withDescription("Brokers to ask first, host:port separated by commas.");

    public static final ConfigOption<String> TOPIC_PREFIX =
            ConfigOptions.key("kafka.topic-prefix")
                    .stringType()
                    .defaultValue("quartermaster.")
                    .withDescription("Start of every topic's name and of every transaction's id.");

    public static final ConfigOption<Boolean> BOUNDED =
            ConfigOptions.key("kafka.bounded")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether reading ends at the offsets of its start, with the watermark at the end.");

    public static final ConfigOption<Duration> OUT_OF_ORDERNESS =
            ConfigOptions.key("kafka.out-of-orderness")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(10))
                    .withDescription("How late an event may come in continuous reading.");

    public static final ConfigOption<Duration> IDLENESS =
            ConfigOptions.key("kafka.idleness")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription(
                            "Time after which a partition without events no longer holds the watermark.");

    public KafkaOptions {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "The option kafka.bootstrap-servers (%s) must name a broker.\nMaybe set it to host:port."
                            .formatted(bootstrapServers));
        }
        if (!topicPrefix.matches("[a-zA-Z0-9._-]{0,100}")) {
            throw new IllegalArgumentException(
                    "The option kafka.topic-prefix (%s) must consist of letters, digits, '.', '_' and '-'.\nMaybe it holds a space or a slash."
                            .formatted(topicPrefix));
        }
        if (outOfOrderness.isNegative()) {
            throw new IllegalArgumentException(
                    "The option kafka.out-of-orderness (%s) must not be negative.\nMaybe set it to 0 s for events in order."
                            .formatted(outOfOrderness));
        }
        if (idleness.isNegative() || idleness.isZero()) {
            throw new IllegalArgumentException(
                    "The option kafka.idleness (%s) must be positive.\nMaybe set it to 1 min."
                            .formatted(idleness));
        }
    }

    /** Reads and checks the options. */
    public static KafkaOptions of(ReadableConfig options) {
        return new KafkaOptions(
                options.get(BOOTSTRAP_SERVERS),
                options.get(TOPIC_PREFIX),
                options.get(BOUNDED),
                options.get(OUT_OF_ORDERNESS),
                options.get(IDLENESS));
    }

    /** Every option, for the documentation. */
    public static List<ConfigOption<?>> all() {
        return List.of(BOOTSTRAP_SERVERS, TOPIC_PREFIX, BOUNDED, OUT_OF_ORDERNESS, IDLENESS);
    }
}
