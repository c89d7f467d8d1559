package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.text.MessageAnswer;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From clean events to the satisfaction with each brand and seller. */
public final class SatisfactionPipeline {

    private SatisfactionPipeline() {}

    /** Adds the pipeline; hands on the scores. */
    public static DataStream<SatisfactionScore> build(
            SatisfactionStreams streams, SatisfactionOptions options) {
        DataStream<Signal> items = signals(streams.items(), Signal::of, "items");
        DataStream<Signal> stock = signals(streams.stock(), Signal::of, "stock");
        DataStream<Signal> sales =
                signals(streams.orders(), Signal::of, "orders")
                        .union(
                                signals(returned(streams), Signal::of, "returns"),
                                signals(streams.deliveries(), Signal::of, "deliveries"),
                                signals(streams.feedback(), Signal::of, "feedback"));
        return ofBrands(items.union(stock, sales))
                .union(ofSellers(sales))
                .keyBy(EntitySignal::key)
                .process(new SatisfactionFunction(options))
                .name("score-satisfaction")
                .uid("score-satisfaction");
    }

    /** The complaints among messages. */
    static DataStream<Feedback> complaints(DataStream<MessageAnswer> answers) {
        return answers.<Feedback>flatMap(
                        (answer, out) -> answer.complaint().ifPresent(out::collect))
                .returns(Feedback.class)
                .name("complaints-of-messages")
                .uid("complaints-of-messages");
    }

    private static DataStream<ReturnLine> returned(SatisfactionStreams streams) {
        return keep(streams.returns(), line -> !line.cancellation(), "keep-sent-back");
    }

    private static DataStream<EntitySignal> ofBrands(DataStream<Signal> signals) {
        return keep(signals, signal -> !signal.item().isEmpty(), "keep-signals-of-items")
                .keyBy(Signal::item)
                .process(new BrandOfItemFunction())
                .name("join-brand")
                .uid("join-brand")
                .map(EntitySignal::ofBrand)
                .returns(EntitySignal.class)
                .name("signals-of-brands")
                .uid("signals-of-brands");
    }

    private static DataStream<EntitySignal> ofSellers(DataStream<Signal> signals) {
        return keep(
                        signals,
                        signal -> !signal.seller().isEmpty() && signal.kind() != SignalKind.SUPPLY,
                        "keep-signals-of-sellers")
                .map(EntitySignal::ofSeller)
                .returns(EntitySignal.class)
                .name("signals-of-sellers")
                .uid("signals-of-sellers");
    }

    /** Events as signals. */
    public static <T> DataStream<Signal> signals(
            DataStream<T> events, MapFunction<T, Signal> map, String channel) {
        String uid = "signals-of-" + channel;
        return events.map(map).returns(Signal.class).name(uid).uid(uid);
    }

    private static <T> DataStream<T> keep(
            DataStream<T> stream, FilterFunction<T> filter, String uid) {
        return stream.filter(filter).name(uid).uid(uid);
    }
}
