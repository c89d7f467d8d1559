package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From clean messages to what their words tell. */
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
}
