package io.quartermaster.pipelines.text;

import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What each message is about and what to answer: from live orders, from past answers, or not; and
 * what messages and reviews say of each aspect.
 */
public final class AnswerJob implements Job {

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return TextOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        TextOptions.check(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        DataStream<MessageAnswer> answers =
                TextPipeline.answer(
                        exchange.read(environment, Channels.MESSAGES),
                        exchange.read(environment, Channels.ORDERS),
                        exchange.read(environment, Channels.DELIVERIES),
                        exchange.read(environment, Channels.RETURNS),
                        options);
        exchange.write(answers, Channels.ANSWERS);
        exchange.write(
                TextPipeline.opinions(
                        answers, exchange.read(environment, Channels.FEEDBACK), options),
                Channels.ASPECTS);
    }
}
