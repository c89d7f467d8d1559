package io.quartermaster.pipelines.text;

import io.quartermaster.domain.text.AnswerBook;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.PastAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads past answers, or a list of questions: a CSV file with a question and its answer a line. */
public final class AnswerBookFile {

    private AnswerBookFile() {}

    /**
     * Reads a file, plain or .gz.
     *
     * @param question column of the questions
     * @param answer column of the answers
     * @throws IllegalArgumentException when the file or a line does not fit
     */
    public static AnswerBook read(Path file, String question, String answer) throws IOException {
        LabelledTexts table = LabelledTextFile.read(file, question, answer);
        List<PastAnswer> past = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            past.add(new PastAnswer(table.texts().get(i), table.labels().get(i)));
        }
        return AnswerBook.of(past);
    }
}
