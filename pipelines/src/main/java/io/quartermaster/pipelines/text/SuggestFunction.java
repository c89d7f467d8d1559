package io.quartermaster.pipelines.text;

import io.quartermaster.domain.text.AnswerBook;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.domain.text.Suggestion;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Suggests an answer from past ones where the live orders gave none. */
final class SuggestFunction extends RichMapFunction<MessageAnswer, MessageAnswer> {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final double least;

    private transient AnswerBook book;

    /**
     * Suggests answers.
     *
     * @param file with columns question and answer
     * @param least confidence below which a person answers, 0 to 1
     */
    SuggestFunction(String file, double least) {
        this.file = file;
        this.least = least;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        book = AnswerBookFile.read(Path.of(file), "question", "answer");
    }

    @Override
    public MessageAnswer map(MessageAnswer open) {
        if (!open.answer().isEmpty() || !open.reason().isEmpty()) {
            return open;
        }
        Suggestion found = book.suggest(open.text());
        String reason =
                found.isForAPerson(least) && found.problem().isEmpty()
                        ? "The confidence (%.2f) is below %.2f."
                                .formatted(found.confidence(), least)
                        : found.problem();
        return open.byBook(found.answer(), found.confidence(), reason);
    }
}
