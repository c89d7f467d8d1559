package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.text.AnswerBook;
import io.quartermaster.domain.text.Suggestion;
import io.quartermaster.pipelines.text.AnswerBookFile;
import io.quartermaster.pipelines.text.MessageSource;
import io.quartermaster.pipelines.text.SuggestionWriter;
import io.quartermaster.udfs.text.ClassifierBundle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Suggests an answer to each message, or hands it to a person. */
@Command(
        name = "answer",
        description = {
            "Suggest an answer to each message from past answers or a list of questions; hand over what is less sure than asked.",
            "Writes id,answer,confidence,to (machine or person),problem."
        })
final class AnswerCommand implements Callable<Integer> {

    private static final int TOGETHER = 8 * ClassifierBundle.SIZE;

    @Option(
            names = "--book",
            required = true,
            paramLabel = "FILE",
            description = "Past questions and their answers: CSV, or .gz.")
    private Path book;

    @Option(
            names = "--question",
            defaultValue = "question",
            paramLabel = "COLUMN",
            description = "Column of the book's questions (default: ${DEFAULT-VALUE}).")
    private String question;

    @Option(
            names = "--answer",
            defaultValue = "answer",
            paramLabel = "COLUMN",
            description = "Column of the book's answers (default: ${DEFAULT-VALUE}).")
    private String answer;

    @Option(
            names = "--confidence",
            defaultValue = "0.8",
            paramLabel = "C",
            description = "A person answers what is less sure, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double confidence;

    @Mixin private MessageInput messages;
    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "The confidence (%s) must be 0 to 1.\nMaybe 0.8.".formatted(confidence));
        }
        AnswerBook past = AnswerBookFile.read(book, question, answer);
        talk.progress().say("Looking into %,d past questions".formatted(past.size()));
        output.write(spec, out -> answer(past, out));
        return 0;
    }

    private void answer(AnswerBook past, Writer out) throws IOException {
        SuggestionWriter suggestions = new SuggestionWriter(out, confidence);
        messages.each(
                TOGETHER,
                asked -> {
                    List<List<Suggestion>> given =
                            parts(asked).parallelStream().map(past::suggest).toList();
                    int next = 0;
                    for (List<Suggestion> part : given) {
                        for (Suggestion one : part) {
                            suggestions.write(asked.get(next++).id(), one);
                        }
                    }
                });
        talk.progress()
                .say(
                        "Answered %,d messages, handed %,d to people"
                                .formatted(suggestions.answered(), suggestions.handedOver()));
    }

    /** The words, as many together as an operator asks. */
    private static List<List<String>> parts(List<MessageSource.Asked> asked) {
        List<String> words = asked.stream().map(MessageSource.Asked::text).toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < words.size(); from += ClassifierBundle.SIZE) {
            parts.add(words.subList(from, Math.min(words.size(), from + ClassifierBundle.SIZE)));
        }
        return parts;
    }
}
