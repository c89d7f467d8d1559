package io.quartermaster.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs verbs that train models or use them. */
final class TrainingRun {

    private TrainingRun() {}

    /** Exit code of {@code train} with these arguments. */
    static int train(StringWriter error, String... arguments) {
        return run(
                error,
                Stream.concat(Stream.of("train"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Exit code of a verb. */
    static int run(StringWriter error, String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }

    /** What training told of a model. */
    static JsonNode report(Path model) throws IOException {
        return new ObjectMapper().readTree(model.resolve("training.json").toFile());
    }
}
