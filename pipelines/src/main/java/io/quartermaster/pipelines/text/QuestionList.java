package io.quartermaster.pipelines.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.text.LabelledTexts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions that come with Quartermaster, for runs that name none of their own: what customers
 * of a shop ask most, in English, Portuguese and Chinese, with its intent and an answer that fits
 * most shops.
 */
public final class QuestionList {

    private static final List<Question> QUESTIONS = read();

    private record Question(String question, String intent, String answer) {}

    private QuestionList() {}

    /** The questions as texts, their intents as labels. */
    public static LabelledTexts intents() {
        return new LabelledTexts(
                QUESTIONS.stream().map(Question::question).toList(),
                QUESTIONS.stream().map(Question::intent).toList());
    }

    /** Writes the questions and their answers as a book that the job answers reads. */
    public static void write(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("question", "answer");
            QUESTIONS.forEach(one -> csv.writeRecord(one.question(), one.answer()));
        }
    }

    private static List<Question> read() {
        Map<String, String> answers = new HashMap<>();
        records("answers.csv")
                .forEach(record -> answers.put(key(record), record.getField("answer")));
        return records("questions.csv").stream()
                .map(
                        record ->
                                new Question(
                                        record.getField("question"),
                                        record.getField("intent"),
                                        answers.get(key(record))))
                .toList();
    }

    private static String key(NamedCsvRecord record) {
        return record.getField("intent") + "|" + record.getField("language");
    }

    private static List<NamedCsvRecord> records(String file) {
        try (Reader reader =
                        new InputStreamReader(
                                QuestionList.class.getResourceAsStream(file),
                                StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
