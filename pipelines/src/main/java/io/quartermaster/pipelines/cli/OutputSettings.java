package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.embedded.OutputFolder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a verb's results go. */
public final class OutputSettings {

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "Where the results go. They appear whole or not at all.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace what lies at the output already.")
    private boolean overwrite;

    /** The folder asked for, or the given one; not yet visible. */
    public OutputFolder folder(Path otherwise) {
        return OutputFolder.open(output == null ? otherwise : output, overwrite);
    }

    /** The folder asked for; not yet visible. */
    public OutputFolder folder() {
        if (output == null) {
            throw new IllegalArgumentException(
                    "The output folder is not given.\nMaybe add --output results.");
        }
        return OutputFolder.open(output, overwrite);
    }

    /** Whether an output was asked for; else results go to stdout. */
    public boolean given() {
        return output != null;
    }

    /** The file asked for; not yet visible. */
    public OutputFile file() {
        if (output == null) {
            throw new IllegalArgumentException(
                    "The output file is not given.\nMaybe add --output results.csv.");
        }
        return OutputFile.open(output, overwrite);
    }

    /** What writes a verb's results. */
    interface Body {
        void to(Writer out) throws IOException;
    }

    /** Writes to the file where one was asked for, else to stdout. */
    void write(CommandSpec spec, Body body) throws IOException {
        if (!given()) {
            Writer out = spec.commandLine().getOut();
            body.to(out);
            out.flush();
            return;
        }
        try (OutputFile file = file()) {
            try (Writer out = Files.newBufferedWriter(file.path())) {
                body.to(out);
            }
            file.commit();
        }
    }
}
