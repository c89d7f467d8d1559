package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * From purchases, interests, stock, forecasts, the catalogue and brands to ranked items.
 *
 * <p>What customers do goes two ways: into the item-to-item table, shard by shard, and to the task
 * that recommends to them. What the table and others tell of items is broadcast to all these tasks.
 */
public final class RecommendationPipeline {

    private static final TypeInformation<RecommendationSignal> SIGNAL =
            PlainTypes.of(RecommendationSignal.class);
    private static final TypeInformation<ItemNews> NEWS = PlainTypes.of(ItemNews.class);
    private static final TypeInformation<ContentFact> FACT = PlainTypes.of(ContentFact.class);

    private RecommendationPipeline() {}

    /** Streams that it reads. */
    public record Inputs(
            DataStream<OrderLine> orders,
            DataStream<ReturnLine> returns,
            DataStream<Behaviour> behaviour,
            DataStream<StockLevel> stock,
            DataStream<Forecast> forecasts,
            DataStream<CatalogueItem> items,
            DataStream<CatalogueText> texts,
            DataStream<LifeCycleStep> steps,
            DataStream<BrandScore> scores) {}

    /** Recommendations, made anew for each customer who acted. */
    public static DataStream<Recommendation> build(Inputs inputs, RecommendationOptions options) {
        DataStream<RecommendationSignal> acts = acts(inputs);
        DataStream<ItemNews> known =
                table(acts, options)
                        .union(
                                content(inputs, options),
                                outlooks(inputs, options),
                                listings(inputs),
                                trials(inputs),
                                brandScores(inputs));
        DataStream<ItemNews> news =
                options.learn() ? known.union(blend(inputs, acts, known, options)) : known;
        return acts.keyBy(RecommendationSignal::customer, Types.STRING)
                .connect(news.broadcast(CustomerFunction.NEWS))
                .process(new RecommendationFunction(options), PlainTypes.of(Recommendation.class))
                .name("recommend")
                .uid("recommend");
    }

    /** What clicks on shown items teach of the parts of scores. */
    private static DataStream<ItemNews> blend(
            Inputs inputs,
            DataStream<RecommendationSignal> acts,
            DataStream<ItemNews> known,
            RecommendationOptions options) {
        DataStream<RecommendationSignal> shown =
                inputs.behaviour()
                        .filter(one -> isOfCustomer(one) && one.action() == BehaviourAction.SHOWN)
                        .uid("shown-to-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("shown-as-signals");
        return acts.union(shown)
                .keyBy(RecommendationSignal::customer, Types.STRING)
                .connect(known.broadcast(CustomerFunction.NEWS))
                .process(new ShownFunction(options), PlainTypes.of(BlendExample.class))
                .name("judge-shown")
                .uid("judge-shown")
                .keyBy(example -> 0, Types.INT)
                .process(new BlendFunction(options), NEWS)
                .name("learn-blend")
                .uid("learn-blend");
    }

    private static DataStream<ItemNews> table(
            DataStream<RecommendationSignal> acts, RecommendationOptions options) {
        return acts.keyBy(RecommendationSignal::customer, Types.STRING)
                .process(
                        new BasketFunction(options.customers(), options.table().times()),
                        PlainTypes.of(BasketChange.class))
                .name("change-baskets")
                .uid("change-baskets")
                .flatMap(
                        new ShardChange.Cut(options.table().shards()),
                        PlainTypes.of(ShardChange.class))
                .uid("cut-into-shards")
                .keyBy(ShardChange::shard, Types.INT)
                .transform("item-table", NEWS, new ItemTableOperator(options.table()))
                .uid("item-table");
    }

    private static DataStream<ItemNews> content(Inputs inputs, RecommendationOptions options) {
        DataStream<ContentFact> items =
                inputs.items().map(ContentFact::of, FACT).uid("items-as-facts");
        DataStream<ContentFact> texts =
                inputs.texts().map(ContentFact::of, FACT).uid("texts-as-facts");
        return items.union(texts)
                .keyBy(fact -> 0, Types.INT)
                .process(new ContentFunction(options.similarity(), options.table().times()), NEWS)
                .name("link-content")
                .uid("link-content");
    }

    private static DataStream<ItemNews> outlooks(Inputs inputs, RecommendationOptions options) {
        DataStream<RecommendationSignal> stock =
                inputs.stock().map(RecommendationSignal::of, SIGNAL).uid("stock-as-signals");
        int horizonDays = options.horizonDays();
        DataStream<RecommendationSignal> forecasts =
                inputs.forecasts()
                        .filter(Forecast::champion)
                        .uid("champion-forecasts")
                        .map(forecast -> RecommendationSignal.of(forecast, horizonDays), SIGNAL)
                        .uid("forecasts-as-signals");
        return stock.union(forecasts)
                .keyBy(RecommendationSignal::item, Types.STRING)
                .process(new OutlookFunction(), NEWS)
                .name("watch-stock")
                .uid("watch-stock");
    }

    private static DataStream<ItemNews> listings(Inputs inputs) {
        return inputs.items().flatMap(RecommendationPipeline::listing, NEWS).uid("items-as-news");
    }

    /** Brand and category at once; that it is sold from the day of its launch on. */
    private static void listing(CatalogueItem one, Collector<ItemNews> out) {
        long time = one.time().toEpochMilli();
        out.collect(ItemNews.listed(one.item(), one.brand(), one.category(), time));
        if (one.launchedOn() != null) {
            long eve = Channels.endOf(one.launchedOn().minusDays(1)).toEpochMilli();
            if (eve > time) {
                out.collect(ItemNews.sold(one.item(), false, time));
            }
            out.collect(ItemNews.sold(one.item(), true, Math.max(time, eve + 1)));
        }
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

    private static DataStream<RecommendationSignal> acts(Inputs inputs) {
        DataStream<RecommendationSignal> orders =
                inputs.orders()
                        .filter(line -> !line.customer().isEmpty())
                        .uid("orders-with-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("orders-as-signals");
        DataStream<RecommendationSignal> returns =
                inputs.returns()
                        .filter(line -> !line.customer().isEmpty())
                        .uid("returns-with-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("returns-as-signals");
        DataStream<RecommendationSignal> interests =
                inputs.behaviour()
                        .filter(RecommendationPipeline::isInterest)
                        .uid("interests-with-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("interests-as-signals");
        return orders.union(returns, interests);
    }

    /** What a visitor did; what was shown to one says nothing of what is liked. */
    private static boolean isInterest(Behaviour one) {
        return isOfCustomer(one) && one.action() != BehaviourAction.SHOWN;
    }

    private static boolean isOfCustomer(Behaviour one) {
        return !one.customer().isEmpty() && !one.item().isEmpty();
    }
}
