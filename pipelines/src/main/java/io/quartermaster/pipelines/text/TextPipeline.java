package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.domain.text.JudgedReview;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From clean messages to what their words tell and what to answer. */
public final class TextPipeline {

    private TextPipeline() {}

    /** Tells language, intent and sentiment of each message, in bundles. */
    public static DataStream<JudgedMessage> judge(
            DataStream<Message> messages, ReadableConfig options) {
        return messages.transform(
                        "judge-messages",
                        PlainTypes.of(JudgedMessage.class),
                        new JudgeOperator(
                                options.get(TextOptions.INTENT_MODEL),
                                options.get(TextOptions.SENTIMENT_MODEL)))
                .name("judge-messages")
                .uid("judge-messages");
    }

    /** Answers each message from the live orders, from past answers, or hands it to a person. */
    public static DataStream<MessageAnswer> answer(
            DataStream<Message> messages,
            DataStream<OrderLine> orders,
            DataStream<Delivery> deliveries,
            DataStream<ReturnLine> returns,
            ReadableConfig options) {
        double least = TextOptions.leastConfidence(options);
        DataStream<MessageAnswer> byOrder =
                signals(judge(messages, options), CaseSignal::of, "messages")
                        .union(
                                signals(orders, CaseSignal::of, "orders"),
                                signals(deliveries, CaseSignal::of, "deliveries"),
                                signals(returns, CaseSignal::of, "returns"))
                        .keyBy(CaseSignal::order)
                        .process(
                                new OrderStatusFunction(
                                        options.get(TextOptions.ORDER_INTENTS), least))
                        .name("answer-by-order")
                        .uid("answer-by-order");
        String book = options.get(TextOptions.ANSWER_BOOK);
        return book.isEmpty()
                ? byOrder
                : byOrder.transform(
                                "answer-by-book",
                                PlainTypes.of(MessageAnswer.class),
                                new SuggestOperator(book, least))
                        .name("answer-by-book")
                        .uid("answer-by-book");
    }

    /** What messages and the words of reviews say of each aspect, in bundles. */
    public static DataStream<AspectOpinion> opinions(
            DataStream<MessageAnswer> answers,
            DataStream<Feedback> reviews,
            ReadableConfig options) {
        DataStream<AspectOpinion> ofMessages =
                answers.<AspectOpinion>flatMap(
                                (answer, out) -> AspectOpinion.of(answer).forEach(out::collect))
                        .returns(PlainTypes.of(AspectOpinion.class))
                        .name("opinions-of-messages")
                        .uid("opinions-of-messages");
        String model = options.get(TextOptions.SENTIMENT_MODEL);
        return model.isEmpty() ? ofMessages : ofMessages.union(ofReviews(reviews, model));
    }

    private static DataStream<AspectOpinion> ofReviews(DataStream<Feedback> reviews, String model) {
        return reviews.filter(review -> !review.text().isEmpty())
                .name("keep-words")
                .uid("keep-words")
                .transform(
                        "judge-reviews",
                        PlainTypes.of(JudgedReview.class),
                        new ReviewOperator(model))
                .name("judge-reviews")
                .uid("judge-reviews")
                .<AspectOpinion>flatMap(
                        (judged, out) ->
                                AspectOpinion.of(judged.review(), judged.aspects())
                                        .forEach(out::collect))
                .returns(PlainTypes.of(AspectOpinion.class))
                .name("opinions-of-reviews")
                .uid("opinions-of-reviews");
    }

    private static <T> DataStream<CaseSignal> signals(
            DataStream<T> events, MapFunction<T, CaseSignal> map, String channel) {
        String uid = "cases-of-" + channel;
        return events.map(map).returns(PlainTypes.of(CaseSignal.class)).name(uid).uid(uid);
    }
}
