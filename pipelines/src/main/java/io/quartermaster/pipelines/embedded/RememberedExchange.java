package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.pipelines.event.Channel;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Remembers what channels hold, as long as memory allows, until more is written to them. Several
 * threads may ask; who asks for what is being read waits for it.
 */
final class RememberedExchange implements RunExchange {

    private final RunExchange exchange;
    private final Map<String, SoftReference<List<?>>> remembered = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    RememberedExchange(RunExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return exchange.raw(environment);
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
        remembered.remove(channel.name());
        exchange.write(stream, channel);
    }

    @Override
    @SuppressWarnings("unchecked") // A channel's name stands for one type.
    public <T> List<T> contents(Channel<T> channel) throws IOException {
        synchronized (locks.computeIfAbsent(channel.name(), name -> new Object())) {
            SoftReference<List<?>> known = remembered.get(channel.name());
            List<?> contents = known == null ? null : known.get();
            if (contents == null) {
                contents = List.copyOf(exchange.contents(channel));
                remembered.put(channel.name(), new SoftReference<>(contents));
            }
            return (List<T>) contents;
        }
    }

    @Override
    public <T> void add(Channel<T> channel, List<T> elements) throws IOException {
        remembered.remove(channel.name());
        exchange.add(channel, elements);
    }

    @Override
    public Map<String, Long> fed() {
        return exchange.fed();
    }

    @Override
    public void seal(List<Channel<?>> channels) {
        channels.forEach(channel -> remembered.remove(channel.name()));
        exchange.seal(channels);
    }
}
