package io.quartermaster.pipelines.text;

import io.quartermaster.domain.text.AnswerBook;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.domain.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Suggests answers from past ones where the live orders gave none, in bundles. */
final class SuggestOperator extends BundleOperator<MessageAnswer, MessageAnswer> {

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
    SuggestOperator(String file, double least) {
        super("suggestions");
        this.file = file;
        this.least = least;
    }

    @Override
    protected void openModels() throws Exception {
        book = AnswerBookFile.read(Path.of(file), "question", "answer");
    }

    @Override
    protected List<MessageAnswer> ask(List<MessageAnswer> bundle) {
        List<Suggestion> found =
                book.suggest(
                        bundle.stream()
                                .filter(SuggestOperator::isOpen)
                                .map(MessageAnswer::text)
                                .toList());
        List<MessageAnswer> answers = new ArrayList<>(bundle.size());
        int next = 0;
        for (MessageAnswer answer : bundle) {
            answers.add(isOpen(answer) ? answered(answer, found.get(next++)) : answer);
        }
        return answers;
    }

    /** Not answered by its order, and fit to be read. */
    private static boolean isOpen(MessageAnswer answer) {
        return answer.answer().isEmpty() && answer.reason().isEmpty();
    }

    private MessageAnswer answered(MessageAnswer open, Suggestion found) {
        String reason =
                found.isForAPerson(least) && found.problem().isEmpty()
                        ? "The confidence (%.2f) is below %.2f."
                                .formatted(found.confidence(), least)
                        : found.problem();
        return open.byBook(found.answer(), found.confidence(), reason);
    }
}
