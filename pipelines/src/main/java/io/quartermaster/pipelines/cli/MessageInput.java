package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.text.MessageSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The messages that a verb reads: a table's column, or the lines of stdin. */
final class MessageInput {

    private static final String STDIN = "-";

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

    /** What is done with some messages. */
    interface Bundle {
        void of(List<MessageSource.Asked> asked) throws IOException;
    }

    /** Hands on all messages, so many at a time at most, in their order. */
    void each(int size, Bundle bundle) throws IOException {
        try (MessageSource source = source()) {
            List<MessageSource.Asked> asked = source.next(size);
            while (!asked.isEmpty()) {
                bundle.of(asked);
                asked = source.next(size);
            }
        }
    }

    private MessageSource source() throws IOException {
        return input.equals(STDIN)
                ? MessageSource.of(
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : MessageSource.of(Path.of(input), text, id);
    }
}
