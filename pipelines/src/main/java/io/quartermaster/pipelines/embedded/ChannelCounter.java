package io.quartermaster.pipelines.embedded;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Counts what goes into a channel. Keeps no state. */
final class ChannelCounter<T> extends ProcessFunction<T, T> {

    private static final String PREFIX = "written-";
    private static final long serialVersionUID = 1L;

    private final String channel;
    private final LongCounter written = new LongCounter();

    ChannelCounter(String channel) {
        this.channel = channel;
    }

    /** Name of the accumulator that holds a channel's count. */
    static String accumulator(String channel) {
        return PREFIX + channel;
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(accumulator(channel), written);
    }

    @Override
    public void processElement(T element, Context context, Collector<T> out) {
        written.add(1);
        out.collect(element);
    }
}
