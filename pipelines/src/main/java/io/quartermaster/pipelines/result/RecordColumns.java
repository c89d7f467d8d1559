package io.quartermaster.pipelines.result;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Columns of a record: its fields in their order, in snake case, reserved words renamed. */
public final class RecordColumns {

    /** Fields whose name SQL reserves. */
    private static final Map<String, String> RENAMED =
            Map.of(
                    "time", "event_time",
                    "order", "order_id",
                    "value", "judged_value",
                    "method", "paid_by",
                    "language", "text_language");

    private RecordColumns() {}

    static <T> List<ResultColumn<T>> of(Class<T> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> RecordColumns.<T>column(component))
                .toList();
    }

    private static <T> ResultColumn<T> column(RecordComponent component) {
        Method accessor = component.getAccessor();
        return new ResultColumn<>(
                name(component.getName()),
                ColumnType.of(component.getType()),
                row -> read(accessor, row));
    }

    private static String name(String field) {
        return RENAMED.getOrDefault(
                field, field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    private static Object read(Method accessor, Object row) {
        try {
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The field (" + accessor + ") cannot be read.", e);
        }
    }
}
