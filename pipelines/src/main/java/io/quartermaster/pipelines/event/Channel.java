package io.quartermaster.pipelines.event;

import java.io.Serializable;
import java.time.Instant;
import java.util.function.Function;

/**
 * A named stream between jobs: a topic in continuous running, a folder of files in a bounded run.
 *
 * @param name topic or folder
 * @param type record of plain fields, a POJO to Flink
 * @param key elements of one key keep their order
 * @param time event time of an element
 */
public record Channel<T>(
        String name, Class<T> type, SerializableFunction<T, String> key, EventTime<T> time)
        implements Serializable {

    static {
        PlainTypes.register();
    }

    /** A function that travels with the job graph. */
    public interface SerializableFunction<T, R> extends Function<T, R>, Serializable {}

    /** Event time of an element. */
    public interface EventTime<T> extends SerializableFunction<T, Instant> {}
}
