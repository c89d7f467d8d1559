package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.FileExchange;
import java.io.IOException;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Channels as files of the run's work folder. */
record FileRunExchange(FileExchange files) implements RunExchange {

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return files.raw(environment);
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        return files.read(environment, channel);
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        files.write(stream, channel);
    }

    @Override
    public <T> List<T> contents(Channel<T> channel) {
        return files.contents(channel);
    }

    @Override
    public <T> void add(Channel<T> channel, List<T> elements) throws IOException {
        files.add(channel, elements);
    }

    @Override
    public void seal(List<Channel<?>> channels) {
        files.seal(channels.toArray(Channel[]::new));
    }
}
