package io.quartermaster.pipelines.brand;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The score of each brand at its offer and at each review. */
public final class BrandJob implements Job {

    @Override
    public String name() {
        return "brand";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return BrandOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        BrandOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        BrandStreams streams =
                new BrandStreams(
                        exchange.read(environment, Channels.OFFERS),
                        exchange.read(environment, Channels.TERMS),
                        exchange.read(environment, Channels.LIFECYCLE),
                        exchange.read(environment, Channels.JUDGEMENTS),
                        exchange.read(environment, Channels.ORDERS),
                        exchange.read(environment, Channels.BEHAVIOUR),
                        exchange.read(environment, Channels.RETURNS),
                        exchange.read(environment, Channels.DELIVERIES),
                        exchange.read(environment, Channels.FEEDBACK),
                        exchange.read(environment, Channels.ITEMS),
                        exchange.read(environment, Channels.TEXTS),
                        exchange.read(environment, Channels.SATISFACTION));
        BrandPipeline.Judged judged = BrandPipeline.build(streams, BrandOptions.of(options));
        exchange.write(judged.scores(), Channels.BRAND_SCORES);
        exchange.write(judged.rejected(), Channels.REJECTED_JUDGEMENTS);
    }
}
