package io.quartermaster.pipelines.report;

import java.util.function.Function;

/**
 * One column of a result table.
 *
 * @param name as in the file's header; never a reserved word of SQL that could be avoided
 * @param type its type
 * @param value reads it from a row
 */
public record ResultColumn<R>(String name, ColumnType type, Function<R, Object> value) {}
