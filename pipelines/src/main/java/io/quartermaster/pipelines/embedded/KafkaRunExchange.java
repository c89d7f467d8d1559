package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.KafkaExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Channels as topics of a broker.
 *
 * @param topics that jobs read and write
 * @param fed raw records that were sent to them before, by topic
 */
record KafkaRunExchange(KafkaExchange topics, Map<String, Long> fed) implements RunExchange {

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return topics.raw(environment);
    }

    @Override
    public <T> DataStream<T> ordered(DataStream<T> screened) {
        return topics.ordered(screened);
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        return topics.read(environment, channel);
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        topics.write(stream, channel);
    }

    @Override
    public <T> List<T> contents(Channel<T> channel) throws IOException {
        return topics.contents(channel);
    }

    @Override
    public <T> void add(Channel<T> channel, List<T> elements) {
        topics.add(channel, elements);
    }

    /** What a finished job committed can be read at once. */
    @Override
    public void seal(List<Channel<?>> channels) {
        // Nothing is to be done.
    }
}
