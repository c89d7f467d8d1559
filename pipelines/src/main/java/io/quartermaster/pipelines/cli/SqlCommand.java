package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.KnownOptions;
import io.quartermaster.pipelines.result.ResultSession;
import io.quartermaster.pipelines.result.RowFormat;
import io.quartermaster.pipelines.result.SqlAnswers;
import io.quartermaster.pipelines.result.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers SQL over the result tables of a run. */
@Command(
        name = "sql",
        description = {
            "Flink SQL over the result tables of a run, with every function registered.",
            "Tables are named as the files under csv/."
        })
final class SqlCommand implements Callable<Integer> {

    /** Where the statements come from. */
    private static final class Text {
        @Option(names = "-f", paramLabel = "FILE", description = "File of statements.")
        private Path file;

        @Option(names = "-e", paramLabel = "STATEMENT", description = "Statements, parted by ;.")
        private String statement;
    }

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Text text;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Output folder of a run (default: ${DEFAULT-VALUE}).")
    private Path results;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json (default: ${DEFAULT-VALUE}).")
    private RowFormat format;

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description =
                    "An option that functions ask for: similarity.engine, governance.token-key, forecast.model-folder, text.intent-model-folder, text.sentiment-model-folder; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin private Talk talk;

    @Override
    public Integer call() {
        List<String> statements = SqlScript.statements(statements());
        if (statements.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no statement in it.\nMaybe -e \"SELECT COUNT(*) FROM orders\".");
        }
        Map<String, String> options = KnownOptions.all().parse(set).toMap();
        SqlAnswers answers =
                new SqlAnswers(
                        ResultSession.open(results, options), format, spec.commandLine().getOut());
        for (int i = 0; i < statements.size(); i++) {
            talk.progress().say("Statement %d of %d".formatted(i + 1, statements.size()));
            answers.answer(i + 1, statements.get(i));
        }
        return 0;
    }

    private String statements() {
        if (text.statement != null) {
            return text.statement;
        }
        try {
            return Files.readString(text.file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file (%s) cannot be read.\nMaybe it is not there, or is no text."
                            .formatted(text.file),
                    e);
        }
    }
}
