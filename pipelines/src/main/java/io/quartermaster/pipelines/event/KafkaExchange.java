package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Streams between jobs as Kafka topics, one per channel, JSON with a schema version. Writing is
 * exactly once by transactions; reading sees what is committed.
 *
 * <p>A bounded read ends at the offsets that its start found; partitions of one topic are not
 * ordered against each other, so it is put in the order of event time first; raw records only once
 * they are screened, since the sorter keeps what it sorts. A continuous read has watermarks that
 * allow for {@code outOfOrderness}, and partitions that fall idle do not hold them.
 */
public final class KafkaExchange implements Exchange {

    private static final String READ_COMMITTED = "read_committed";

    private final KafkaOptions options;
    private final Topics topics;
    private final String zone;

    /**
     * Creates the topics it is asked for, where they are not there.
     *
     * @param zone in which local times of raw records are read
     */
    public KafkaExchange(KafkaOptions options, ZoneId zone) {
        this.options = options;
        this.topics = new Topics(options.bootstrapServers(), options.topicPrefix());
        this.zone = zone.getId();
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        ZoneId local = ZoneId.of(zone);
        return source(
                environment,
                topics.raw(),
                new RawMessageReader(),
                this.<RawRecord>watermarks()
                        .withTimestampAssigner(
                                (record, before) -> TimeOrder.millisOf(record, local)),
                "read-raw");
    }

    @Override
    public <T> DataStream<T> ordered(DataStream<T> screened) {
        return sortedIfBounded(screened, "sort-screened");
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        Channel.EventTime<T> time = channel.time();
        DataStream<T> elements =
                source(
                        environment,
                        List.of(topics.of(channel)),
                        new ChannelMessage<>(channel, topics.of(channel)),
                        this.<T>watermarks()
                                .withTimestampAssigner(
                                        (element, before) -> time.apply(element).toEpochMilli()),
                        "read-" + channel.name());
        return sortedIfBounded(elements, "sort-read-" + channel.name());
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        String uid = "write-" + channel.name();
        String topic = topics.of(channel);
        topics.create(List.of(topic));
        stream.sinkTo(
                        KafkaSink.<T>builder()
                                .setBootstrapServers(options.bootstrapServers())
                                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                                .setTransactionalIdPrefix(options.topicPrefix() + uid)
                                .setProperty(
                                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                        KafkaClients.TRANSACTION_TIMEOUT)
                                .setProperty(
                                        ProducerConfig.LINGER_MS_CONFIG, KafkaClients.LINGER_MILLIS)
                                .setProperty(
                                        ProducerConfig.BATCH_SIZE_CONFIG, KafkaClients.BATCH_BYTES)
                                .setRecordSerializer(new ChannelMessage<>(channel, topic))
                                .build())
                .name(uid)
                .uid(uid);
    }

    /** Everything committed to a channel, in the order of (event time, key, bytes of the JSON). */
    public <T> List<T> contents(Channel<T> channel) throws IOException {
        ChannelMessage<T> messages = new ChannelMessage<>(channel, topics.of(channel));
        topics.create(List.of(topics.of(channel)));
        List<Found<T>> found = new ArrayList<>();
        for (byte[] json : clients().readCommitted(topics.of(channel))) {
            T element = messages.read(json);
            found.add(
                    new Found<>(
                            element,
                            channel.time().apply(element),
                            channel.key().apply(element),
                            json));
        }
        return found.stream().sorted(Found.ORDER).map(Found::element).toList();
    }

    /** Puts elements into a channel, all or none. */
    public <T> void add(Channel<T> channel, List<T> elements) {
        ChannelMessage<T> messages = new ChannelMessage<>(channel, topics.of(channel));
        topics.create(List.of(topics.of(channel)));
        clients()
                .inOneTransaction(
                        options.topicPrefix() + "add-" + channel.name(),
                        sender -> elements.forEach(element -> sender.accept(messages.of(element))));
    }

    private KafkaClients clients() {
        return new KafkaClients(options.bootstrapServers());
    }

    private <T> DataStream<T> source(
            StreamExecutionEnvironment environment,
            List<String> names,
            KafkaRecordDeserializationSchema<T> deserializer,
            WatermarkStrategy<T> watermarks,
            String uid) {
        topics.create(names);
        KafkaSourceBuilder<T> source =
                KafkaSource.<T>builder()
                        .setBootstrapServers(options.bootstrapServers())
                        .setTopics(names)
                        .setGroupId(options.topicPrefix() + uid)
                        .setClientIdPrefix(options.topicPrefix() + uid)
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED)
                        .setDeserializer(deserializer);
        if (options.bounded()) {
            source.setBounded(OffsetsInitializer.latest())
                    .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, KafkaClients.WAIT_AT_END);
        }
        return environment
                .fromSource(source.build(), watermarks, uid, deserializer.getProducedType())
                .uid(uid);
    }

    private <T> DataStream<T> sortedIfBounded(DataStream<T> elements, String uid) {
        if (!options.bounded()) {
            return elements;
        }
        return elements.transform(
                        uid, elements.getType(), new EndSortOperator<>(elements.getType()))
                .uid(uid);
    }

    private <T> WatermarkStrategy<T> watermarks() {
        if (options.bounded()) {
            return WatermarkStrategy.noWatermarks();
        }
        return WatermarkStrategy.<T>forBoundedOutOfOrderness(options.outOfOrderness())
                .withIdleness(options.idleness());
    }

    /** An element as it lay in its topic, and what it is put in order by. */
    private record Found<T>(T element, Instant time, String key, byte[] json) {

        private static final Comparator<Found<?>> ORDER =
                Comparator.<Found<?>, Instant>comparing(Found::time)
                        .thenComparing(Found::key)
                        .thenComparing(Found::json, Arrays::compareUnsigned);
    }
}
