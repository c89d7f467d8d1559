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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RunnableFuture;

/**
 * Writes every result table of a run from what its channels hold, beside the stages to come once
 * nothing more is written to a channel.
 */
final class ResultWriter {

    private final RunExchange exchange;
    private final Path folder;
    private final Meanwhile meanwhile;
    private final Map<String, RunnableFuture<Long>> begun = new LinkedHashMap<>();

    /** Results go below {@code output/csv}. */
    ResultWriter(RunExchange exchange, Path output, Meanwhile meanwhile) {
        this.exchange = exchange;
        this.folder = output.resolve(ResultSchema.FOLDER);
        this.meanwhile = meanwhile;
    }

    /** Begins to write the tables of channels to which nothing more is written. */
    void begin(Collection<? extends Channel<?>> channels) {
        List<String> names = channels.stream().map(Channel::name).toList();
        ResultSchema.tables().stream()
                .filter(table -> names.contains(lastChannelOf(table).name()))
                .forEach(this::begin);
    }

    /**
     * Writes what is not begun, here and beside at once, and waits for the rest; the number of rows
     * by table.
     */
    Map<String, Long> write() throws Exception {
        ResultSchema.tables().forEach(this::begin);
        begun.values().forEach(RunnableFuture::run);
        Map<String, Long> rows = new LinkedHashMap<>();
        for (ResultTable<?, ?> table : ResultSchema.tables()) {
            rows.put(table.name(), Meanwhile.end(begun.get(table.name())));
        }
        return rows;
    }

    private void begin(ResultTable<?, ?> table) {
        RunnableFuture<Long> unused =
                begun.computeIfAbsent(table.name(), name -> meanwhile.begin(() -> write(table)));
    }

    private <T, R> long write(ResultTable<T, R> table) throws IOException {
        Files.createDirectories(folder);
        return TableWriter.write(table, elements(table.channel()), folder);
    }

    /** The channel that is complete last of those that a table is made from. */
    private static Channel<?> lastChannelOf(ResultTable<?, ?> table) {
        return table.channel().type() == BrandScore.class
                ? Channels.BRAND_CLUSTERS
                : table.channel();
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
