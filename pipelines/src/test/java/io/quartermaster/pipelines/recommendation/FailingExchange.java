package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Fails once, at the order on which the countdown ends. */
record FailingExchange(Exchange inner) implements Exchange {

    static final AtomicInteger COUNTDOWN = new AtomicInteger();

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return inner.raw(environment);
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        DataStream<T> stream = inner.read(environment, channel);
        return channel.name().equals(Channels.ORDERS.name())
                ? stream.map(new FailsOnce<T>()).returns(stream.getType()).uid("fails-once")
                : stream;
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        inner.write(stream, channel);
    }

    private static final class FailsOnce<T> implements MapFunction<T, T> {
        private static final long serialVersionUID = 1L;

        @Override
        public T map(T element) {
            if (COUNTDOWN.getAndDecrement() == 0) {
                throw new IllegalStateException("injected");
            }
            return element;
        }
    }
}
