package io.quartermaster.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what may break; of what is the verb below. */
@Command(
        name = "risk",
        description = "Say which deliveries may come late, and how much leans on few suppliers.",
        synopsisSubcommandLabel = "OF",
        subcommands = {RiskDeliveriesCommand.class, RiskConcentrationCommand.class})
final class RiskCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "What to look at is missing.\nMaybe one of: quartermaster risk deliveries, quartermaster risk concentration");
    }
}
