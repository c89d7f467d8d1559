package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.pipelines.brand.ScoreClusters;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.result.ResultSchema;
import io.quartermaster.pipelines.result.ResultTable;
import io.quartermaster.pipelines.result.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
        return TableWriter.write(table, elements(table.channel()), folder);
    }

    /** Scores say which cluster their brand was in as of their day. */
    @SuppressWarnings("unchecked") // The channel of scores holds scores.
    private <T> List<T> elements(Channel<T> channel) throws IOException {
        if (channel.type() != BrandScore.class) {
            return exchange.contents(channel);
        }
        return (List<T>)
                ScoreClusters.named(
                        exchange.contents(Channels.BRAND_SCORES),
                        exchange.contents(Channels.BRAND_CLUSTERS));
    }
}
