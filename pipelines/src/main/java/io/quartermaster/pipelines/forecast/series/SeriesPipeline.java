package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.pipelines.event.PlainTypes;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The flow from a file of series to blocks, in batch mode: rows are sorted by series, so that one
 * series is in memory at a time, whichever order the file has.
 */
public final class SeriesPipeline {

    private SeriesPipeline() {}

    /** Adds it to an environment; blocks go below {@code folder}. */
    static void build(
            StreamExecutionEnvironment environment,
            ForecastRequest request,
            SeriesWork work,
            Path folder) {
        org.apache.flink.core.fs.Path file =
                new org.apache.flink.core.fs.Path(
                        Path.of(request.file().file()).toAbsolutePath().toUri());
        environment
                .fromSource(
                        FileSource.forRecordStreamFormat(new SeriesFormat(request.file()), file)
                                .build(),
                        WatermarkStrategy.noWatermarks(),
                        "series-rows",
                        PlainTypes.of(SeriesChunk.class))
                .uid("series-rows")
                .setParallelism(1)
                .keyBy(SeriesChunk::id)
                .process(new AssembleSeriesFunction(request.file()), PlainTypes.of(Series.class))
                .uid("series-assembly")
                .name("series-assembly")
                .transform(
                        "series-work",
                        PlainTypes.of(SeriesBlock.class),
                        new SeriesOperator(request, work))
                .uid("series-work")
                .sinkTo(new BlockSink(folder.toString()))
                .uid("series-blocks")
                .name("series-blocks");
    }
}
