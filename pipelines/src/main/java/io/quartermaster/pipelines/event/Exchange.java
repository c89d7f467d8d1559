package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Where a job's streams come from and go to: files of a bounded run, or Kafka topics. Operators
 * that it adds carry the uids {@code read-<channel>} and {@code write-<channel>}.
 */
public interface Exchange {

    /**
     * The raw records of every source of this run, not keyed, with event times where the record has
     * one. They hold personal fields in clear, so nothing behind this stream keeps them.
     */
    DataStream<RawRecord> raw(StreamExecutionEnvironment environment);

    /**
     * Events made of the raw records, by event time where {@link #raw} is bounded and in no order:
     * the steps behind then need not keep all of them until the end. As they are elsewhere.
     *
     * @param screened without personal fields in clear, since they may be kept here
     */
    default <T> DataStream<T> ordered(DataStream<T> screened) {
        return screened;
    }

    /** A channel's elements with event time and watermarks. Empty where nobody wrote it. */
    <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel);

    /** Hands a stream on, each element exactly once. */
    <T> void write(DataStream<T> stream, Channel<T> channel);
}
