package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Another exchange with faults: a task fails once after so many elements of a channel, or
 * watermarks come only at the end, as they do from Kafka.
 */
public final class BreakingExchange implements Exchange {

    private final Exchange whole;
    private final String channelToBreak;
    private final boolean withWatermarks;

    private BreakingExchange(Exchange whole, String channelToBreak, boolean withWatermarks) {
        this.whole = whole;
        this.channelToBreak = channelToBreak;
        this.withWatermarks = withWatermarks;
    }

    /** Fails once while the channel is read. */
    public static BreakingExchange failingOnce(
            Exchange whole, Channel<?> channel, int afterElements) {
        FailOnce.LEFT.set(afterElements);
        return new BreakingExchange(whole, channel.name(), true);
    }

    /** Gives no watermark before the end. */
    public static BreakingExchange withoutWatermarks(Exchange whole) {
        return new BreakingExchange(whole, "", false);
    }

    /** Whether the failure has happened. */
    public static boolean hasFailed() {
        return FailOnce.LEFT.get() < 0;
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return whole.raw(environment);
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        DataStream<T> stream = whole.read(environment, channel);
        if (!withWatermarks) {
            String uid = "no-watermarks-" + channel.name();
            return stream.assignTimestampsAndWatermarks(
                            WatermarkStrategy.<T>noWatermarks()
                                    .withTimestampAssigner(
                                            (element, before) ->
                                                    channel.time().apply(element).toEpochMilli()))
                    .name(uid)
                    .uid(uid);
        }
        return channel.name().equals(channelToBreak)
                ? stream.map(new FailOnce<T>())
                        .returns(channel.type())
                        .name("fail-once")
                        .uid("fail-once")
                : stream;
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        whole.write(stream, channel);
    }

    private static final class FailOnce<T> implements MapFunction<T, T>, Serializable {
        private static final long serialVersionUID = 1L;

        /** Elements before the failure, counted over all subtasks; below 0 once it has happened. */
        private static final AtomicInteger LEFT = new AtomicInteger();

        @Override
        public T map(T element) {
            if (LEFT.getAndDecrement() == 0) {
                throw new IllegalStateException("injected");
            }
            return element;
        }
    }
}
