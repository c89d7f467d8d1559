package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.recommendation.RecommendationPipeline.Inputs;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What is told of brands to all who recommend. */
final class BrandNews {

    private static final TypeInformation<ItemNews> NEWS = PlainTypes.of(ItemNews.class);

    private BrandNews() {}

    /** Trials and scores; satisfaction where a trained ranker asks for it. */
    static DataStream<ItemNews> of(Inputs inputs) {
        DataStream<ItemNews> news = trials(inputs).union(brandScores(inputs));
        return inputs.satisfaction().map(scores -> news.union(satisfaction(scores))).orElse(news);
    }

    private static DataStream<ItemNews> trials(Inputs inputs) {
        return inputs.steps()
                .map(
                        step ->
                                ItemNews.trial(
                                        step.brand(),
                                        step.stage() == BrandStage.TRIAL,
                                        step.time().toEpochMilli()),
                        NEWS)
                .uid("steps-as-news");
    }

    private static DataStream<ItemNews> brandScores(Inputs inputs) {
        return inputs.scores()
                .map(
                        score ->
                                ItemNews.brandScore(
                                        score.brand(),
                                        score.score(),
                                        Channels.endOf(score.eventDay()).toEpochMilli()),
                        NEWS)
                .uid("scores-as-news");
    }

    private static DataStream<ItemNews> satisfaction(DataStream<SatisfactionScore> scores) {
        return scores.filter(score -> score.entityKind().equals("brand"))
                .uid("satisfaction-of-brands")
                .map(
                        score ->
                                ItemNews.satisfaction(
                                        score.entity(),
                                        score.score(),
                                        Channels.endOf(score.eventDay()).toEpochMilli()),
                        NEWS)
                .uid("satisfaction-as-news");
    }
}
