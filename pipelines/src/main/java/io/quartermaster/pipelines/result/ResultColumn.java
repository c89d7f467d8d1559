package io.quartermaster.pipelines.result;

import java.util.function.Function;

/**
 * One column of a result table.
 *
 * @param name as in the file's header; never a reserved word of SQL that could be avoided
 * @param type its type
 * @param value reads it from a row
 */
public record ResultColumn<R>(String name, ColumnType type, Function<R, Object> value) {

    static <R> ResultColumn<R> text(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.TEXT, value);
    }

    static <R> ResultColumn<R> day(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.DAY, value);
    }

    static <R> ResultColumn<R> instant(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.INSTANT, value);
    }

    static <R> ResultColumn<R> whole(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.WHOLE, value);
    }

    static <R> ResultColumn<R> number(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.NUMBER, value);
    }

    static <R> ResultColumn<R> flag(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.FLAG, value);
    }
}
