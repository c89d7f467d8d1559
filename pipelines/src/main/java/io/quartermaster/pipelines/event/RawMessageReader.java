package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads raw records from their topics. */
final class RawMessageReader implements KafkaRecordDeserializationSchema<RawRecord> {

    private static final long serialVersionUID = 1L;

    private transient RawMessage messages;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RawRecord> out)
            throws IOException {
        if (messages == null) {
            messages = new RawMessage();
        }
        out.collect(messages.read(message));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return PlainTypes.of(RawRecord.class);
    }
}
