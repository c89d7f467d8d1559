package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How content customers are with each brand, seller, place and group of customers, day by day. */
public final class SatisfactionJob implements Job {

    @Override
    public String name() {
        return "satisfaction";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return SatisfactionOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        SatisfactionOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        SatisfactionStreams streams =
                new SatisfactionStreams(
                        exchange.read(environment, Channels.ORDERS),
                        exchange.read(environment, Channels.RETURNS),
                        exchange.read(environment, Channels.DELIVERIES),
                        feedback(environment, exchange, options),
                        exchange.read(environment, Channels.STOCK),
                        exchange.read(environment, Channels.ITEMS),
                        exchange.read(environment, Channels.ACTIONS));
        SatisfactionOutput output =
                SatisfactionPipeline.build(streams, SatisfactionOptions.of(options));
        exchange.write(output.scores(), Channels.SATISFACTION);
        exchange.write(output.weights(), Channels.SATISFACTION_WEIGHTS);
        exchange.write(output.actions(), Channels.SATISFACTION_ACTIONS);
        exchange.write(output.effects(), Channels.ACTION_EFFECTS);
        exchange.write(output.evidence(), Channels.BRAND_EVIDENCE);
    }

    private static DataStream<Feedback> feedback(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        DataStream<Feedback> given = exchange.read(environment, Channels.FEEDBACK);
        return options.get(SatisfactionOptions.WORDS)
                ? given.union(
                        SatisfactionPipeline.complaints(
                                exchange.read(environment, Channels.ANSWERS)),
                        SatisfactionPipeline.complaintsOfReviews(
                                exchange.read(environment, Channels.ASPECTS)))
                : given;
    }
}
