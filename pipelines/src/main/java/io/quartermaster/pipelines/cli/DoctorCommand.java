package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.EngineReport;
import io.quartermaster.pipelines.event.JsonCodec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which engines, versions and devices are there, which are chosen, and why. */
@Command(
        name = "doctor",
        description =
                "Say which engines, versions and devices are there, which are chosen, and why not the others.")
final class DoctorCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Talk talk;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        talk.progress().say("Looking at every engine");
        EngineReport report = EngineReport.probe();
        String text =
                json
                        ? JsonCodec.mapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(report.asMap())
                        : report.asText();
        spec.commandLine().getOut().println(text);
        return 0;
    }
}
