package io.quartermaster.pipelines.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quartermaster.domain.event.IsoForms;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Reads and writes instants and days in their usual form at once; any other is Jackson's own
 * affair.
 */
final class JsonTimes {

    private JsonTimes() {}

    /** To be added after Jackson's module of times. */
    static SimpleModule module() {
        return new SimpleModule("quartermaster-times")
                .addDeserializer(Instant.class, new Instants())
                .addDeserializer(LocalDate.class, new Days())
                .addSerializer(Instant.class, new Text<>(Instant.class, IsoForms::text))
                .addSerializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::toString));
    }

    /** What a function says of the value. */
    private static final class Text<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> said;

        Text(Class<T> type, Function<T, String> said) {
            super(type);
            this.said = said;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(said.apply(value));
        }
    }

    private static final class Instants extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            Instant usual = IsoForms.instant(text(parser));
            return usual != null ? usual : InstantDeserializer.INSTANT.deserialize(parser, context);
        }
    }

    private static final class Days extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Days() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            LocalDate usual = IsoForms.date(text(parser));
            return usual != null
                    ? usual
                    : LocalDateDeserializer.INSTANCE.deserialize(parser, context);
        }
    }

    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    }
}
