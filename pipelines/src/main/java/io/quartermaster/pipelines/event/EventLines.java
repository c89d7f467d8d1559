package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.IsoForms;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Records as lines of text with snake-case column names: CSV (RFC 4180, empty where there is
 * nothing, plain decimals), or JSON.
 */
abstract class EventLines {

    private EventLines() {}

    /** CSV lines of a record class. */
    static EventLines csv(Class<? extends Event> type) {
        return new Csv(type.getRecordComponents());
    }

    /** JSON lines of a record class. */
    static EventLines json(Class<? extends Event> type) {
        return new Json<>(type);
    }

    /** The first line of a file, empty if there is none. */
    abstract String header();

    /** The record as it is. */
    abstract String line(Event event);

    /** The record with other text in one column. */
    abstract String line(Event event, String column, String value);

    /** The record such that it cannot be read. */
    abstract String broken(Event event, String column, String value);

    private static final class Csv extends EventLines {
        private final RecordComponent[] components;
        private final List<String> columns;

        Csv(RecordComponent[] components) {
            this.components = components;
            this.columns = Arrays.stream(components).map(c -> snakeCase(c.getName())).toList();
        }

        @Override
        String header() {
            return String.join(",", columns);
        }

        @Override
        String line(Event event) {
            return line(event, "", "");
        }

        @Override
        String line(Event event, String column, String value) {
            List<String> cells = new ArrayList<>(components.length);
            for (int i = 0; i < components.length; i++) {
                cells.add(columns.get(i).equals(column) ? value : cell(event, components[i]));
            }
            return String.join(",", cells);
        }

        @Override
        String broken(Event event, String column, String value) {
            return line(event, column, value);
        }

        private static String cell(Event event, RecordComponent component) {
            Object value = value(event, component);
            if (value == null) {
                return "";
            }
            if (value instanceof BigDecimal decimal) {
                return decimal.toPlainString();
            }
            if (value instanceof Double number) {
                return BigDecimal.valueOf(number).toPlainString();
            }
            if (value instanceof Instant instant) {
                return IsoForms.text(instant);
            }
            return quoted(value.toString());
        }

        private static Object value(Event event, RecordComponent component) {
            try {
                return component.getAccessor().invoke(event);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "The column (" + component.getName() + ") cannot be read.", e);
            }
        }

        private static String quoted(String text) {
            boolean plain =
                    text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }

        private static String snakeCase(String name) {
            return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }
    }

    private static final class Json<T extends Event> extends EventLines {
        private final JsonCodec<T> codec;
        private final Class<T> type;

        Json(Class<T> type) {
            this.type = type;
            this.codec = JsonCodec.of(type);
        }

        @Override
        String header() {
            return "";
        }

        @Override
        String line(Event event) {
            return new String(codec.write(type.cast(event)), StandardCharsets.UTF_8);
        }

        @Override
        String line(Event event, String column, String value) {
            return line(event)
                    .replaceFirst(
                            "\"" + column + "\":\"[^\"]*\"",
                            "\"" + column + "\":\"" + value + "\"");
        }

        @Override
        String broken(Event event, String column, String value) {
            String whole = line(event);
            return whole.substring(0, whole.length() / 2);
        }
    }
}
