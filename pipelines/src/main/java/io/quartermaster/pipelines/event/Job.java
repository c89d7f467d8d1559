package io.quartermaster.pipelines.event;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A deployable job: reads channels, carries out one room's pipeline, writes channels. */
public interface Job {

    /**
     * Name of the job, of its deployment and of its savepoint folder, for example {@code cleaning}.
     */
    String name();

    /** Every option it takes, with type, default and description. */
    List<ConfigOption<?>> options();

    /**
     * Refuses values that are not possible, before anything has run.
     *
     * @throws IllegalArgumentException naming the option, the value and the remedy
     */
    default void check(ReadableConfig options) {}

    /**
     * Adds sources, pipeline and sinks to the environment; runs nothing.
     *
     * @throws IllegalArgumentException when an option's value is not possible
     */
    void define(StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options);
}
