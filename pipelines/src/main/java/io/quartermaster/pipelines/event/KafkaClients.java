package io.quartermaster.pipelines.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads and writes topics outside Flink. */
final class KafkaClients {

    /** The longest that a broker allows unless it is told otherwise. */
    static final String TRANSACTION_TIMEOUT = Long.toString(Duration.ofMinutes(15).toMillis());

    /**
     * How long a broker may wait for more when a bounded reader is at the end: it gives up soon.
     */
    static final String WAIT_AT_END = "20";

    /** What a producer gathers for a partition before it sends, where Kafka's own is 16 KB. */
    static final String BATCH_BYTES = Integer.toString(1 << 18);

    /**
     * How long a producer gathers it at most. Nobody sees it before the transaction ends, and that
     * sends at once what is gathered: waiting delays nothing and saves the broker many small calls.
     */
    static final String LINGER_MILLIS = "500";

    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;

    KafkaClients(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Sends messages such that all are seen or none; what fails to be sent fails the commit. */
    void inOneTransaction(String id, Consumer<Consumer<ProducerRecord<byte[], byte[]>>> sending) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            sending.accept(
                    message -> {
                        Future<RecordMetadata> unused = producer.send(message);
                    });
            producer.commitTransaction();
        }
    }

    /** The values of every committed message of a topic, partition by partition. */
    List<byte[]> readCommitted(String topic) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, WAIT_AT_END);
        List<byte[]> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(one -> new TopicPartition(topic, one.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    values.add(message.value());
                }
            }
        }
        return values;
    }
}
