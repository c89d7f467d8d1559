package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandPrior;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.satisfaction.EntitySums;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From scores of brands to the cluster of each, by the parts of its score: weight times rating, so
 * that brands share a cluster which are alike in what counts.
 */
final class ClusterPipeline {

    private static final String ONE_KEY = "all";

    private ClusterPipeline() {}

    /** What every clustered brand may expect, each time that brands are clustered. */
    static DataStream<BrandPrior> priors(
            DataStream<EntitySums> evidence,
            DataStream<BrandOffer> offers,
            DataStream<BrandCluster> clusters,
            ClusterOptions options) {
        TypeInformation<PriorNews> news = PlainTypes.of(PriorNews.class);
        return clusters.map(PriorNews::of, news)
                .name("news-of-clusters")
                .uid("news-of-clusters")
                .union(
                        evidence.map(PriorNews::of, news)
                                .name("news-of-evidence")
                                .uid("news-of-evidence"),
                        offers.map(PriorNews::of, news)
                                .name("offers-for-priors")
                                .uid("offers-for-priors"))
                .keyBy(one -> ONE_KEY)
                .process(
                        new BrandPriorFunction(options.satisfaction(), options.calendar().clock()),
                        PlainTypes.of(BrandPrior.class))
                .setParallelism(1)
                .name("expect-first-days")
                .uid("expect-first-days");
    }

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
