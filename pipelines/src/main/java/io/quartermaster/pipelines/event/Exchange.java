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
     * one.
     */
    DataStream<RawRecord> raw(StreamExecutionEnvironment environment);

    /** A channel's elements with event time and watermarks. Empty where nobody wrote it. */
    <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel);

    /** Hands a stream on, each element exactly once. */
    <T> void write(DataStream<T> stream, Channel<T> channel);
}
