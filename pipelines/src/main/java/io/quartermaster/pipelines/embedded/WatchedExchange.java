package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The exchange of one stage: counts the raw records that come in, leaves out those of other days
 * than asked for, and counts what is written, channel by channel.
 */
final class WatchedExchange implements Exchange {

    private final Exchange exchange;
    private final SelectedDays days;
    private final List<Channel<?>> written = new ArrayList<>();

    WatchedExchange(Exchange exchange, SelectedDays days) {
        this.exchange = exchange;
        this.days = days;
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return exchange.raw(environment)
                .process(new RawRecordGate(days))
                .name("count-raw")
                .uid("count-raw");
    }

    @Override
    public <T> DataStream<T> ordered(DataStream<T> screened) {
        return exchange.ordered(screened);
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        return exchange.read(environment, channel);
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        written.add(channel);
        String uid = "count-" + channel.name();
        exchange.write(
                stream.process(new ChannelCounter<T>(channel.name()))
                        .returns(stream.getType())
                        .name(uid)
                        .uid(uid),
                channel);
    }

    /** Elements that a finished job wrote, by channel. */
    Map<String, Long> counts(JobExecutionResult result) {
        Map<String, Long> counts = new TreeMap<>();
        for (Channel<?> channel : written) {
            Long count = result.getAccumulatorResult(ChannelCounter.accumulator(channel.name()));
            counts.put(channel.name(), count == null ? 0 : count);
        }
        return counts;
    }

    /** The channels written so far. */
    List<Channel<?>> written() {
        return List.copyOf(written);
    }
}
