package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Gathers the rows of a series until its input ends, and puts them together then. */
public final class AssembleSeriesFunction
        extends KeyedProcessFunction<String, SeriesChunk, Series> {

    private static final long serialVersionUID = 1L;

    /** Ends with the input: its timer reads and clears it. */
    private static final ListStateDescriptor<SeriesChunk> CHUNKS =
            new ListStateDescriptor<>("chunks", PlainTypes.of(SeriesChunk.class));

    private static final long END = Long.MAX_VALUE - 1;

    private final SeriesFile file;

    private transient ListState<SeriesChunk> chunks;

    AssembleSeriesFunction(SeriesFile file) {
        this.file = file;
    }

    @Override
    public void open(OpenContext context) {
        chunks = getRuntimeContext().getListState(CHUNKS);
    }

    @Override
    public void processElement(SeriesChunk chunk, Context context, Collector<Series> out)
            throws Exception {
        chunks.add(chunk);
        context.timerService().registerEventTimeTimer(END);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Series> out)
            throws Exception {
        List<SeriesChunk> all = new ArrayList<>();
        chunks.get().forEach(all::add);
        chunks.clear();
        Series series = file.assembly().assemble(all);
        if (series != null) {
            out.collect(series);
        }
    }
}
