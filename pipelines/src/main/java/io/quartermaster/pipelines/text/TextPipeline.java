package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.text.JudgedMessage;
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
                : byOrder.map(new SuggestFunction(book, least))
                        .name("answer-by-book")
                        .uid("answer-by-book");
    }

    private static <T> DataStream<CaseSignal> signals(
            DataStream<T> events, MapFunction<T, CaseSignal> map, String channel) {
        String uid = "cases-of-" + channel;
        return events.map(map).returns(PlainTypes.of(CaseSignal.class)).name(uid).uid(uid);
    }
}
