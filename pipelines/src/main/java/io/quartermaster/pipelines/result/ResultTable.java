package io.quartermaster.pipelines.result;

import io.quartermaster.pipelines.event.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One result table: a file under {@code csv/}, and a table of the {@code sql} verb.
 *
 * @param name stem of the file and name of the table
 * @param channel where its elements come from
 * @param columns in the order of the file
 * @param order of the elements by key
 * @param version of the elements of one key, of which only the highest counts
 * @param rows an element's rows, in key order
 */
public record ResultTable<T, R>(
        String name,
        Channel<T> channel,
        List<ResultColumn<R>> columns,
        Comparator<T> order,
        Comparator<T> version,
        Function<T, Stream<R>> rows) {

    public ResultTable {
        columns = List.copyOf(columns);
    }

    /** Says that every key has one element. */
    static <T> Comparator<T> onlyOneVersion() {
        return Comparator.comparing(element -> "");
    }

    /** Name of the file below {@code csv/}. */
    public String fileName() {
        return name + ".csv";
    }
}
