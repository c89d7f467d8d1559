package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much a verb says on stderr. */
public final class Talk {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    @Option(names = "--verbose", description = "On failure, say where in the code it arose.")
    private boolean verbose;

    public boolean verbose() {
        return verbose;
    }

    /** Progress on stderr, or silence. */
    public Progress progress() {
        return quiet ? Progress.silent() : Progress.on(verb.commandLine().getErr());
    }
}
