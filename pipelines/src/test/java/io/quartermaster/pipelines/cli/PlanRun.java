package io.quartermaster.pipelines.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * One run of the verb {@code plan} on a folder, at the core costs alone.
 *
 * @param code exit code
 * @param error what went to standard error
 */
record PlanRun(int code, String error) {

    static PlanRun of(Path input, Path output, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "plan",
                                "--input",
                                input.toString(),
                                "--output",
                                output.toString(),
                                "--safety-stock",
                                "off",
                                "--end-stock",
                                "none"));
        arguments.addAll(Arrays.asList(more));
        StringWriter error = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(new StringWriter(), true));
        line.setErr(new PrintWriter(error, true));
        int code = line.execute(arguments.toArray(new String[0]));
        return new PlanRun(code, error.toString());
    }
}
