package io.quartermaster.pipelines.recommendation;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Recommends items to customers. */
public final class RecommendationJob implements Job {

    @Override
    public String name() {
        return "recommendation";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return RecommendationOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        ListOptions list = RecommendationOptions.of(options).list();
        if (list.hasRanker()) {
            list.openRanker().close();
        }
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig config) {
        RecommendationOptions options = RecommendationOptions.of(config);
        RecommendationPipeline.Inputs inputs =
                new RecommendationPipeline.Inputs(
                        exchange.read(environment, Channels.ORDERS),
                        exchange.read(environment, Channels.RETURNS),
                        exchange.read(environment, Channels.BEHAVIOUR),
                        exchange.read(environment, Channels.ERASURES),
                        exchange.read(environment, Channels.STOCK),
                        exchange.read(environment, Channels.FORECAST),
                        exchange.read(environment, Channels.ITEMS),
                        exchange.read(environment, Channels.TEXTS),
                        exchange.read(environment, Channels.ITEM_VECTORS),
                        exchange.read(environment, Channels.LIFECYCLE),
                        exchange.read(environment, Channels.BRAND_SCORES),
                        options.tellsFigures()
                                ? Optional.of(exchange.read(environment, Channels.SATISFACTION))
                                : Optional.empty());
        RecommendationPipeline.Outputs outputs = RecommendationPipeline.build(inputs, options);
        exchange.write(outputs.lists(), Channels.RECOMMENDATIONS);
        exchange.write(outputs.erasedLate(), Channels.ERASED_LATE);
        outputs.shown().ifPresent(shown -> exchange.write(shown, Channels.SHOWN_ITEMS));
    }
}
