package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Clusters of brands, at the end of the day of each offer and of each review; in a bounded run only
 * of reviews from the tail's eve on; and what each clustered brand may expect of returns and
 * satisfaction. What closed on a day holds from the next.
 */
public final class ClusterJob implements Job {

    @Override
    public String name() {
        return "clusters";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return ClusterOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        ClusterOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        ClusterOptions known = ClusterOptions.of(options);
        DataStream<BrandOffer> offers = exchange.read(environment, Channels.OFFERS);
        DataStream<BrandCluster> clusters =
                ClusterPipeline.build(
                        exchange.read(environment, Channels.BRAND_SCORES), offers, known);
        exchange.write(clusters, Channels.BRAND_CLUSTERS);
        exchange.write(
                ClusterPipeline.priors(
                        exchange.read(environment, Channels.BRAND_EVIDENCE),
                        offers,
                        clusters,
                        known),
                Channels.BRAND_PRIORS);
    }
}
