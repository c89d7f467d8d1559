package io.quartermaster.pipelines.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Records as JSON objects with a schema version: snake-case names, instants and days as ISO-8601
 * text, money as decimal text. Reading ignores fields it does not know, so that a newer writer does
 * not stop an older reader.
 */
public final class JsonCodec<T> {

    /** Version of every record that is written. */
    public static final int SCHEMA_VERSION = 1;

    /** Name of the version's field. */
    public static final String SCHEMA_VERSION_FIELD = "schema_version";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(JsonTimes.module())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .withConfigOverride(
                            BigDecimal.class,
                            override ->
                                    override.setFormat(
                                            JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                    .build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    private JsonCodec(Class<T> type) {
        this.reader = MAPPER.readerFor(type);
        this.writer = MAPPER.writerFor(type);
    }

    public static <T> JsonCodec<T> of(Class<T> type) {
        return new JsonCodec<>(type);
    }

    /** The record as one line of JSON. */
    public byte[] write(T element) {
        try {
            byte[] body = writer.writeValueAsBytes(element);
            byte[] head =
                    ("{\"" + SCHEMA_VERSION_FIELD + "\":" + SCHEMA_VERSION)
                            .getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[head.length + body.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            whole[head.length] = ',';
            System.arraycopy(body, 1, whole, head.length + 1, body.length - 1);
            return whole;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The record (" + element + ") cannot be written as JSON.", e);
        }
    }

    /** The record of one line of JSON. */
    public T read(byte[] line) throws IOException {
        return reader.readValue(line);
    }

    /** The records of a whole text of JSON Lines, read as they are asked for. */
    public MappingIterator<T> readAll(InputStream lines) throws IOException {
        return reader.readValues(lines);
    }

    /** The mapper with this project's naming and formats. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
