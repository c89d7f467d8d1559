package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From scores of brands to the cluster of each, by its seven ratings. */
final class ClusterPipeline {

    private static final String ONE_KEY = "all";

    private ClusterPipeline() {}

    static DataStream<BrandCluster> build(
            DataStream<BrandScore> scores, DataStream<BrandOffer> offers, ClusterOptions options) {
        DataStream<RatedBrand> tables =
                scores.map(RatingNews::of, PlainTypes.of(RatingNews.class))
                        .name("news-of-scores")
                        .uid("news-of-scores")
                        .union(
                                offers.map(RatingNews::of, PlainTypes.of(RatingNews.class))
                                        .name("news-of-offers")
                                        .uid("news-of-offers"))
                        .keyBy(news -> ONE_KEY)
                        .process(new RatingTableFunction(options), PlainTypes.of(RatedBrand.class))
                        .setParallelism(1)
                        .name("rate-brands")
                        .uid("rate-brands");
        return tables.keyBy(brand -> ONE_KEY)
                .connect(FlinkMlLinkage.merges(tables).keyBy(merge -> ONE_KEY))
                .process(new ClusterNamingFunction(options), PlainTypes.of(BrandCluster.class))
                .setParallelism(1)
                .name("name-clusters")
                .uid("name-clusters");
    }
}
