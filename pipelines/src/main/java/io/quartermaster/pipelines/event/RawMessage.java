package io.quartermaster.pipelines.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quartermaster.domain.event.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A raw record as a Kafka message: JSON with the schema version and a text for each column that
 * holds something; source and line in headers, so that a quarantined record still names its file. A
 * line that could not be split stays as it is, and a header says why. A message of another producer
 * needs no headers: its source is then topic and partition, its line the offset from 1.
 */
final class RawMessage {

    private static final JsonFactory FACTORY = JsonCodec.mapper().getFactory();
    private static final String SOURCE = "source";
    private static final String LINE = "line";
    private static final String BROKEN = "broken";
    private static final String[] NONE = {};

    private final JsonFields fields = new JsonFields();

    /** The message that a record becomes in a topic. */
    static ProducerRecord<byte[], byte[]> of(RawRecord record, String topic) {
        boolean whole = record.broken().isEmpty();
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(
                        topic,
                        bytes(record.value("id")),
                        whole ? json(record) : bytes(record.original()));
        message.headers().add(SOURCE, bytes(record.source()));
        message.headers().add(LINE, bytes(Long.toString(record.line())));
        if (!whole) {
            message.headers().add(BROKEN, bytes(record.broken()));
        }
        return message;
    }

    /** The record that a message holds. */
    RawRecord read(ConsumerRecord<byte[], byte[]> message) throws IOException {
        String text = message.value() == null ? "" : text(message.value());
        String broken = header(message.headers(), BROKEN, "");
        if (broken.isEmpty()) {
            fields.read(text);
            broken = fields.broken();
        }
        boolean whole = broken.isEmpty();
        String place = message.topic() + "/" + message.partition();
        String line = header(message.headers(), LINE, Long.toString(message.offset() + 1));
        return new RawRecord(
                Topics.kindOf(message.topic()),
                header(message.headers(), SOURCE, place),
                Long.parseLong(line),
                whole ? fields.names() : NONE,
                whole ? fields.values() : NONE,
                text,
                broken);
    }

    private static byte[] json(RawRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField(JsonCodec.SCHEMA_VERSION_FIELD, JsonCodec.SCHEMA_VERSION);
            for (int i = 0; i < record.names().length; i++) {
                if (!record.values()[i].isEmpty()) {
                    json.writeStringField(record.names()[i], record.values()[i]);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written to.", e);
        }
        return bytes.toByteArray();
    }

    private static String header(Headers headers, String name, String absent) {
        Header header = headers.lastHeader(name);
        return header == null ? absent : text(header.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
