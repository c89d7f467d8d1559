package io.quartermaster.pipelines.result;

import static java.util.Comparator.comparing;

import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.pipelines.channel.Channels;
import java.util.List;
import java.util.stream.Stream;

/** The tables of customers' words. */
final class TextTables {

    private TextTables() {}

    static ResultTable<MessageAnswer, MessageAnswer> answers() {
        return new ResultTable<>(
                "answers",
                Channels.ANSWERS,
                List.of(
                        ResultColumn.text("id", MessageAnswer::id),
                        ResultColumn.instant("event_time", MessageAnswer::time),
                        ResultColumn.text("customer", MessageAnswer::customer),
                        ResultColumn.text("order_id", MessageAnswer::order),
                        ResultColumn.text("item", MessageAnswer::item),
                        ResultColumn.text("seller", MessageAnswer::seller),
                        ResultColumn.text("text", MessageAnswer::text),
                        ResultColumn.text("text_language", MessageAnswer::language),
                        ResultColumn.text("intent", MessageAnswer::intent),
                        ResultColumn.text("sentiment", MessageAnswer::sentiment),
                        ResultColumn.number(
                                "sentiment_score",
                                row -> row.sentiment().isEmpty() ? Double.NaN : row.score()),
                        ResultColumn.text("answer", MessageAnswer::answer),
                        ResultColumn.text("origin", MessageAnswer::origin),
                        ResultColumn.number("confidence", MessageAnswer::confidence),
                        ResultColumn.flag("for_person", MessageAnswer::person),
                        ResultColumn.text("reason", MessageAnswer::reason)),
                comparing(MessageAnswer::id),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<AspectOpinion, AspectOpinion> aspects() {
        return new ResultTable<>(
                "aspects",
                Channels.ASPECTS,
                RecordColumns.of(AspectOpinion.class),
                comparing(AspectOpinion::id),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }
}
