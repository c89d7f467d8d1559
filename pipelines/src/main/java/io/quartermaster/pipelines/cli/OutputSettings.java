package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.embedded.OutputFolder;
import java.nio.file.Path;
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
}
