package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.satisfaction.EntitySums;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.domain.text.MessageAnswer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/** From clean events to the satisfaction with each brand, seller, place and group of customers. */
public final class SatisfactionPipeline {

    private SatisfactionPipeline() {}

    /**
     * Adds the pipeline; hands on scores, weights that are not given, proposed actions and what
     * those that were taken did.
     */
    public static SatisfactionOutput build(
            SatisfactionStreams streams, SatisfactionOptions options) {
        DataStream<Signal> items = signals(streams.items(), Signal::of, "items");
        DataStream<Signal> stock = signals(streams.stock(), Signal::of, "stock");
        DataStream<Signal> sales =
                signals(streams.orders(), Signal::of, "orders")
                        .union(
                                signals(returned(streams), Signal::of, "returns"),
                                signals(toCustomers(streams), Signal::of, "deliveries"),
                                signals(streams.feedback(), Signal::of, "feedback"));
        SingleOutputStreamOperator<EntityEvidence> sums =
                entities(ofItems(items.union(stock, ofOrders(sales))), options.kinds())
                        .keyBy(EntitySignal::key)
                        .process(new SatisfactionFunction(options))
                        .name("sum-evidence")
                        .uid("sum-evidence");
        SingleOutputStreamOperator<SatisfactionScore> scores =
                sums.keyBy(EntityEvidence::entityKind)
                        .process(new SatisfactionPanelFunction(options))
                        .name("score-satisfaction")
                        .uid("score-satisfaction");
        DataStream<SatisfactionWeights> weights =
                scores.getSideOutput(SatisfactionPanelFunction.WEIGHTS);
        SingleOutputStreamOperator<SatisfactionAction> actions =
                news(weights, ActionNews::of, "weights")
                        .union(
                                news(
                                        sums.getSideOutput(SatisfactionFunction.WEEKS),
                                        ActionNews::of,
                                        "weeks"),
                                news(streams.actions(), ActionNews::of, "actions"))
                        .keyBy(ActionNews::entityKind)
                        .process(new ActionFunction(options))
                        .name("propose-actions")
                        .uid("propose-actions");
        return new SatisfactionOutput(
                scores,
                weights,
                actions,
                actions.getSideOutput(ActionFunction.EFFECTS),
                keep(
                                sums,
                                one -> one.entityKind().equals(EntityKind.BRAND.label()),
                                "keep-evidence-of-brands")
                        .map(EntityEvidence::summed)
                        .returns(EntitySums.class)
                        .name("sum-evidence-of-brands")
                        .uid("sum-evidence-of-brands"));
    }

    /** The complaints among messages. */
    static DataStream<Feedback> complaints(DataStream<MessageAnswer> answers) {
        return answers.<Feedback>flatMap(
                        (answer, out) -> answer.complaint().ifPresent(out::collect))
                .returns(Feedback.class)
                .name("complaints-of-messages")
                .uid("complaints-of-messages");
    }

    /** The complaints among the words of reviews whose writers named none. */
    static DataStream<Feedback> complaintsOfReviews(DataStream<AspectOpinion> opinions) {
        return keep(opinions, AspectOpinion::complaint, "keep-complaints-of-reviews")
                .map(AspectOpinion::asFeedback)
                .returns(Feedback.class)
                .name("complaints-of-reviews")
                .uid("complaints-of-reviews");
    }

    private static DataStream<ReturnLine> returned(SatisfactionStreams streams) {
        return keep(streams.returns(), line -> !line.cancellation(), "keep-sent-back");
    }

    private static DataStream<Delivery> toCustomers(SatisfactionStreams streams) {
        return keep(
                streams.deliveries(),
                delivery -> delivery.direction() == DeliveryDirection.OUTBOUND,
                "keep-deliveries-to-customers");
    }

    private static DataStream<Signal> ofOrders(DataStream<Signal> sales) {
        return keep(sales, signal -> !signal.order().isEmpty(), "keep-signals-of-orders")
                .keyBy(Signal::order)
                .process(new OrderFactsFunction())
                .name("join-order")
                .uid("join-order")
                .union(keep(sales, signal -> signal.order().isEmpty(), "keep-orderless"));
    }

    private static DataStream<Signal> ofItems(DataStream<Signal> signals) {
        return keep(
                        signals,
                        signal -> !Circumstances.about(signal).isEmpty(),
                        "keep-signals-of-items")
                .keyBy(Circumstances::about)
                .process(new ItemFactsFunction())
                .name("join-item")
                .uid("join-item")
                .union(
                        keep(
                                signals,
                                signal -> Circumstances.about(signal).isEmpty(),
                                "keep-itemless"));
    }

    private static DataStream<EntitySignal> entities(
            DataStream<Signal> signals, List<EntityKind> kinds) {
        // Captured as a plain list, whatever the caller's is.
        ArrayList<EntityKind> of = new ArrayList<>(kinds);
        return signals.flatMap(
                        (Signal signal, Collector<EntitySignal> out) ->
                                EntitySignal.of(signal, of).forEach(out::collect))
                .returns(EntitySignal.class)
                .name("signals-of-entities")
                .uid("signals-of-entities");
    }

    private static <T> DataStream<ActionNews> news(
            DataStream<T> stream, MapFunction<T, ActionNews> map, String of) {
        String uid = "news-of-" + of;
        return stream.map(map).returns(ActionNews.class).name(uid).uid(uid);
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
