package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends the raw records of files to the raw topics of their kinds: each input as a whole or not at
 * all, each record under its id, so that repeats meet in one partition.
 */
public final class RawFeed {

    private final KafkaClients clients;
    private final Topics topics;
    private final String transaction;

    /** A feed of one broker's topics. */
    public RawFeed(String bootstrapServers, String topicPrefix) {
        this.clients = new KafkaClients(bootstrapServers);
        this.topics = new Topics(bootstrapServers, topicPrefix);
        this.transaction = topicPrefix + "raw-feed";
    }

    /**
     * Sends every record of the inputs.
     *
     * @return records sent, by topic
     * @throws IOException if a file cannot be read to its end; nothing of its input is seen then
     */
    public Map<String, Long> send(List<RawInput> inputs) throws IOException {
        topics.create(topics.raw());
        Map<String, Long> sent = new TreeMap<>();
        try {
            for (RawInput input : inputs) {
                clients.inOneTransaction(transaction, sender -> send(input, sender, sent));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return sent;
    }

    private void send(
            RawInput input,
            Consumer<ProducerRecord<byte[], byte[]>> sender,
            Map<String, Long> sent) {
        try {
            input.forEach(record -> send(record, sender, sent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(
            RawRecord record,
            Consumer<ProducerRecord<byte[], byte[]>> sender,
            Map<String, Long> sent) {
        String topic = topics.raw(record.kind());
        sender.accept(RawMessage.of(record, topic));
        sent.merge(topic, 1L, Long::sum);
    }
}
