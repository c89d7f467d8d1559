package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.report.ResultSchema;
import io.quartermaster.pipelines.report.ResultTable;
import io.quartermaster.pipelines.report.TableWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes every result table of a run from what its channels hold. */
final class ResultWriter {

    private final RunExchange exchange;
    private final Path folder;

    /** Results go below {@code output/csv}. */
    ResultWriter(RunExchange exchange, Path output) {
        this.exchange = exchange;
        this.folder = output.resolve(ResultSchema.FOLDER);
    }

    /** Writes all; the number of rows by table. */
    Map<String, Long> write() throws IOException {
        Files.createDirectories(folder);
        Map<String, Long> rows = new LinkedHashMap<>();
        for (ResultTable<?, ?> table : ResultSchema.tables()) {
            rows.put(table.name(), write(table));
        }
        return rows;
    }

    private <T, R> long write(ResultTable<T, R> table) throws IOException {
        return TableWriter.write(table, exchange.contents(table.channel()), folder);
    }
}
