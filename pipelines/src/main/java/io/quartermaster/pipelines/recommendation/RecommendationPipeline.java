package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.Erasure;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.ShownItem;
import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
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

    /**
     * Streams that it reads.
     *
     * @param satisfaction only where a trained ranker asks for it
     */
    public record Inputs(
            DataStream<OrderLine> orders,
            DataStream<ReturnLine> returns,
            DataStream<Behaviour> behaviour,
            DataStream<Erasure> erasures,
            DataStream<StockLevel> stock,
            DataStream<Forecast> forecasts,
            DataStream<CatalogueItem> items,
            DataStream<CatalogueText> texts,
            DataStream<ItemVector> vectors,
            DataStream<LifeCycleStep> steps,
            DataStream<BrandScore> scores,
            Optional<DataStream<SatisfactionScore>> satisfaction) {}

    /**
     * What it writes.
     *
     * @param lists recommendations, made anew for each customer who acted
     * @param shown what became of shown items, where that is logged
     * @param erasedLate what came after its customer had asked to be forgotten
     */
    public record Outputs(
            DataStream<Recommendation> lists,
            Optional<DataStream<ShownItem>> shown,
            DataStream<Quarantined> erasedLate) {}

    /** Builds the job. */
    public static Outputs build(Inputs inputs, RecommendationOptions options) {
        DataStream<RecommendationSignal> acts = CustomerActs.of(inputs);
        SingleOutputStreamOperator<BasketChange> changes = changes(acts, options);
        DataStream<ItemNews> known =
                table(changes, options)
                        .union(
                                content(inputs, acts, options),
                                outlooks(inputs, options),
                                listings(inputs),
                                BrandNews.of(inputs));
        DataStream<ItemNews> news = known;
        Optional<DataStream<ShownItem>> shown = Optional.empty();
        if (options.shown().isAny()) {
            DataStream<BlendExample> judged = judged(inputs, acts, known, options);
            news = options.shown().learn() ? known.union(blend(judged, options)) : known;
            shown = options.shown().log() ? Optional.of(lines(judged)) : shown;
        }
        DataStream<Recommendation> lists =
                acts.keyBy(RecommendationSignal::customer, Types.STRING)
                        .connect(news.broadcast(CustomerFunction.NEWS))
                        .process(
                                new RecommendationFunction(options),
                                PlainTypes.of(Recommendation.class))
                        .name("recommend")
                        .uid("recommend");
        return new Outputs(lists, shown, changes.getSideOutput(BasketFunction.ERASED_LATE));
    }

    /** What became of shown items. */
    private static DataStream<BlendExample> judged(
            Inputs inputs,
            DataStream<RecommendationSignal> acts,
            DataStream<ItemNews> known,
            RecommendationOptions options) {
        return acts.union(CustomerActs.shown(inputs))
                .keyBy(RecommendationSignal::customer, Types.STRING)
                .connect(known.broadcast(CustomerFunction.NEWS))
                .process(new ShownFunction(options), PlainTypes.of(BlendExample.class))
                .name("judge-shown")
                .uid("judge-shown");
    }

    private static DataStream<ShownItem> lines(DataStream<BlendExample> judged) {
        return judged.map(BlendExample::line, PlainTypes.of(ShownItem.class)).uid("shown-as-lines");
    }

    /** What clicks on shown items teach of the parts of scores. */
    private static DataStream<ItemNews> blend(
            DataStream<BlendExample> judged, RecommendationOptions options) {
        return judged.keyBy(example -> 0, Types.INT)
                .process(new BlendFunction(options), NEWS)
                .name("learn-blend")
                .uid("learn-blend");
    }

    private static SingleOutputStreamOperator<BasketChange> changes(
            DataStream<RecommendationSignal> acts, RecommendationOptions options) {
        return acts.keyBy(RecommendationSignal::customer, Types.STRING)
                .process(
                        new BasketFunction(options.customers(), options.table().times()),
                        PlainTypes.of(BasketChange.class))
                .name("change-baskets")
                .uid("change-baskets");
    }

    private static DataStream<ItemNews> table(
            SingleOutputStreamOperator<BasketChange> changes, RecommendationOptions options) {
        DataStream<ItemNews> repeats =
                changes.getSideOutput(BasketFunction.PURCHASES)
                        .keyBy(Purchase::item, Types.STRING)
                        .process(new RepeatFunction(options.table().times()), NEWS)
                        .name("count-repeats")
                        .uid("count-repeats");
        return changes.flatMap(
                        new ShardChange.Cut(options.table().shards()),
                        PlainTypes.of(ShardChange.class))
                .uid("cut-into-shards")
                .keyBy(ShardChange::key, Types.INT)
                .transform("item-table", NEWS, new ItemTableOperator(options.table()))
                .uid("item-table")
                .union(repeats);
    }

    private static DataStream<ItemNews> content(
            Inputs inputs, DataStream<RecommendationSignal> acts, RecommendationOptions options) {
        DataStream<ContentFact> items =
                inputs.items().map(ContentFact::of, FACT).uid("items-as-facts");
        DataStream<ContentFact> texts =
                inputs.texts().map(ContentFact::of, FACT).uid("texts-as-facts");
        DataStream<ContentFact> vectors =
                inputs.vectors().map(ContentFact::of, FACT).uid("vectors-as-facts");
        DataStream<ContentFact> had =
                acts.process(new FirstActFunction(), FACT).name("first-acts").uid("first-acts");
        return items.union(texts, vectors, had)
                .keyBy(fact -> 0, Types.INT)
                .process(new ContentFunction(options.similarity(), options.list().content()), NEWS)
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
        boolean asksFigures = options.tellsFigures();
        DataStream<RecommendationSignal> all = stock.union(forecasts);
        if (asksFigures) {
            all = all.union(later(inputs, horizonDays));
        }
        return all.keyBy(RecommendationSignal::item, Types.STRING)
                .process(new OutlookFunction(asksFigures), NEWS)
                .name("watch-stock")
                .uid("watch-stock");
    }

    private static DataStream<RecommendationSignal> later(Inputs inputs, int horizonDays) {
        return inputs.forecasts()
                .filter(Forecast::champion)
                .uid("champions-for-trend")
                .map(forecast -> RecommendationSignal.later(forecast, horizonDays), SIGNAL)
                .uid("trends-as-signals");
    }

    private static DataStream<ItemNews> listings(Inputs inputs) {
        return inputs.items().flatMap(RecommendationPipeline::listing, NEWS).uid("items-as-news");
    }

    /** Brand and category at once; that it is sold from the day of its launch on. */
    private static void listing(CatalogueItem one, Collector<ItemNews> out) {
        long time = one.time().toEpochMilli();
        out.collect(ItemNews.listed(one));
        if (one.launchedOn() != null) {
            long eve = Channels.endOf(one.launchedOn().minusDays(1)).toEpochMilli();
            if (eve > time) {
                out.collect(ItemNews.sold(one.item(), false, time));
            }
            out.collect(ItemNews.sold(one.item(), true, Math.max(time, eve + 1)));
        }
    }
}
