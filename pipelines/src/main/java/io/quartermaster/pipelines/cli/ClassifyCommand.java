package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.text.Classification;
import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.text.AnswerWriter;
import io.quartermaster.pipelines.text.MessageSource;
import io.quartermaster.udfs.text.ClassifierBundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which label each message bears. */
@Command(
        name = "classify",
        description = {
            "Say which label each message bears, by a model that train classifier wrote.",
            "Writes id,label,confidence,problem; a message that cannot be judged has no label and its problem says why."
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final String STDIN = "-";

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model.")
    private Path model;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "CSV, or .gz; - reads a message from each line of stdin.")
    private String input;

    @Option(
            names = "--text",
            defaultValue = "text",
            paramLabel = "COLUMN",
            description = "Column of the messages (default: ${DEFAULT-VALUE}).")
    private String text;

    @Option(
            names = "--id",
            defaultValue = "",
            paramLabel = "COLUMN",
            description = "Column that names them (default: they are counted from 1).")
    private String id;

    @Option(names = "--json", description = "Write JSON Lines instead of CSV.")
    private boolean json;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ClassifierBundle bundle = ClassifierBundle.open(model);
        if (output.given()) {
            try (OutputFile file = output.file()) {
                try (Writer writer = Files.newBufferedWriter(file.path())) {
                    answer(bundle, writer);
                }
                file.commit();
            }
        } else {
            Writer writer = spec.commandLine().getOut();
            answer(bundle, writer);
            writer.flush();
        }
        return 0;
    }

    private void answer(ClassifierBundle bundle, Writer out) throws IOException {
        AnswerWriter answers = json ? AnswerWriter.json(out) : AnswerWriter.csv(out);
        long judged = 0;
        long count = 0;
        try (MessageSource source = source()) {
            List<MessageSource.Asked> asked = source.next(ClassifierBundle.SIZE);
            while (!asked.isEmpty()) {
                List<Classification> given =
                        bundle.classify(asked.stream().map(MessageSource.Asked::text).toList());
                for (int i = 0; i < given.size(); i++) {
                    answers.write(asked.get(i).id(), given.get(i));
                    judged += given.get(i).problem().isEmpty() ? 1 : 0;
                }
                count += given.size();
                asked = source.next(ClassifierBundle.SIZE);
            }
        }
        talk.progress()
                .say(
                        "Judged %,d messages; %,d could not be judged"
                                .formatted(judged, count - judged));
    }

    private MessageSource source() throws IOException {
        return input.equals(STDIN)
                ? MessageSource.of(
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : MessageSource.of(Path.of(input), text, id);
    }
}
