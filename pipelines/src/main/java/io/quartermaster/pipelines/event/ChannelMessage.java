package io.quartermaster.pipelines.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An element of a channel as a Kafka message: the channel's key, and JSON. The message's own time
 * is the broker's affair: an event time of years ago would let retention delete it.
 */
final class ChannelMessage<T>
        implements KafkaRecordSerializationSchema<T>, KafkaRecordDeserializationSchema<T> {

    private static final long serialVersionUID = 1L;

    private final Channel<T> channel;
    private final String topic;
    private transient JsonCodec<T> codec;

    ChannelMessage(Channel<T> channel, String topic) {
        this.channel = channel;
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T element, KafkaSinkContext context, Long timestamp) {
        return of(element);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<T> out)
            throws IOException {
        out.collect(codec().read(message.value()));
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return PlainTypes.of(channel.type());
    }

    ProducerRecord<byte[], byte[]> of(T element) {
        byte[] key = channel.key().apply(element).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, key, codec().write(element));
    }

    T read(byte[] json) throws IOException {
        return codec().read(json);
    }

    private JsonCodec<T> codec() {
        if (codec == null) {
            codec = JsonCodec.of(channel.type());
        }
        return codec;
    }
}
