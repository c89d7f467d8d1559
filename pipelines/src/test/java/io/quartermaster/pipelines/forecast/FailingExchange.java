package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Files of which one channel breaks once on its way.
 *
 * @param files what is read and written
 * @param channel name of the channel that breaks
 */
record FailingExchange(FileExchange files, String channel) implements Exchange {

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return files.raw(environment);
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> wanted) {
        DataStream<T> stream = files.read(environment, wanted);
        return wanted.name().equals(channel)
                ? stream.map(new FailsOnce<T>()).returns(stream.getType()).uid("fails-once")
                : stream;
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> wanted) {
        files.write(stream, wanted);
    }
}
