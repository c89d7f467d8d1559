package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Raw records in, clean events and quarantine out. */
public final class CleaningJob implements Job {

    @Override
    public String name() {
        return "cleaning";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return CleaningOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        CleaningOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        CleanStreams streams =
                CleaningPipeline.build(environment, exchange, CleaningOptions.of(options));
        Channels.clean().forEach(channel -> write(exchange, streams, channel));
        exchange.write(streams.quarantine(), Channels.QUARANTINE);
    }

    private static <T extends Event> void write(
            Exchange exchange, CleanStreams streams, Channel<T> channel) {
        exchange.write(streams.of(channel), channel);
    }
}
