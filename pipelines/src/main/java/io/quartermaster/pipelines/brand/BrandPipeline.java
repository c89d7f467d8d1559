package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandFigures;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.satisfaction.BrandOfItemFunction;
import io.quartermaster.pipelines.satisfaction.SatisfactionPipeline;
import io.quartermaster.pipelines.satisfaction.Signal;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From offers, judgements and what happened to the score of each brand. */
final class BrandPipeline {

    private static final String PANEL = "panel";
    private static final String CATALOGUE = "catalogue";

    private BrandPipeline() {}

    /**
     * What the pipeline hands on.
     *
     * @param scores of brands
     * @param rejected judgements that did not count
     */
    record Judged(DataStream<BrandScore> scores, DataStream<Quarantined> rejected) {}

    static Judged build(BrandStreams streams, BrandOptions options) {
        DataStream<BrandFigures> figures =
                signalsOfBrands(streams)
                        .union(novelty(streams, options))
                        .keyBy(Signal::brand)
                        .process(new BrandFiguresFunction(options))
                        .name("sum-brand-figures")
                        .uid("sum-brand-figures");
        SingleOutputStreamOperator<BrandScore> scores =
                entries(streams, figures)
                        .keyBy(entry -> PANEL)
                        .process(new BrandPanelFunction(options))
                        .name("judge-brands")
                        .uid("judge-brands");
        return new Judged(scores, scores.getSideOutput(BrandPanelFunction.REJECTED));
    }

    private static DataStream<Signal> signalsOfBrands(BrandStreams streams) {
        var returns = keep(streams.returns(), line -> !line.cancellation(), "keep-sent-back");
        var supplies =
                keep(
                        streams.deliveries(),
                        delivery -> delivery.direction() == DeliveryDirection.INBOUND,
                        "keep-supplies");
        var attention =
                keep(
                        streams.behaviour(),
                        seen ->
                                seen.action() == BehaviourAction.VIEW
                                        || seen.action() == BehaviourAction.SEARCH,
                        "keep-attention");
        DataStream<Signal> signals =
                SatisfactionPipeline.signals(streams.items(), Signal::of, "items")
                        .union(
                                SatisfactionPipeline.signals(
                                        streams.orders(), Signal::of, "orders"),
                                SatisfactionPipeline.signals(returns, Signal::of, "returns"),
                                SatisfactionPipeline.signals(supplies, Signal::of, "supplies"),
                                SatisfactionPipeline.signals(
                                        streams.feedback(), Signal::of, "feedback"),
                                SatisfactionPipeline.signals(attention, Signal::of, "attention"));
        DataStream<Signal> ofItems =
                keep(signals, signal -> !signal.item().isEmpty(), "keep-signals-of-items")
                        .keyBy(Signal::item)
                        .process(new BrandOfItemFunction())
                        .name("join-brand")
                        .uid("join-brand");
        return ofItems.union(
                keep(
                        signals,
                        signal -> signal.item().isEmpty() && !signal.brand().isEmpty(),
                        "keep-searches"));
    }

    private static DataStream<Signal> novelty(BrandStreams streams, BrandOptions options) {
        TypeInformation<Description> type = PlainTypes.of(Description.class);
        return streams.items()
                .map(Description::of, type)
                .name("describe-items")
                .uid("describe-items")
                .union(
                        streams.texts()
                                .map(Description::of, type)
                                .name("describe-words")
                                .uid("describe-words"))
                .keyBy(told -> CATALOGUE)
                .process(new NoveltyFunction(options.calendar().clock(), options.similarity()))
                .name("compare-items")
                .uid("compare-items");
    }

    private static DataStream<PanelEntry> entries(
            BrandStreams streams, DataStream<BrandFigures> figures) {
        var satisfaction =
                keep(
                        streams.satisfaction(),
                        score -> score.entityKind().equals("brand"),
                        "keep-brands");
        return entries(streams.offers(), PanelEntry::of, "offers")
                .union(
                        entries(streams.terms(), PanelEntry::of, "terms"),
                        entries(streams.steps(), PanelEntry::of, "steps"),
                        entries(streams.judgements(), PanelEntry::of, "judgements"),
                        entries(figures, PanelEntry::of, "figures"),
                        entries(satisfaction, PanelEntry::of, "satisfaction"));
    }

    private static <T> DataStream<PanelEntry> entries(
            DataStream<T> stream, MapFunction<T, PanelEntry> map, String what) {
        String uid = "entries-of-" + what;
        return stream.map(map).returns(PanelEntry.class).name(uid).uid(uid);
    }

    private static <T> DataStream<T> keep(
            DataStream<T> stream, FilterFunction<T> filter, String uid) {
        return stream.filter(filter).name(uid).uid(uid);
    }
}
