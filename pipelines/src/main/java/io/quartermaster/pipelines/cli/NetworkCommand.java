package io.quartermaster.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plans the network of places; what of it is the verb below. */
@Command(
        name = "network",
        description =
                "Plan the network of places: which of them run and whom they serve, which plant and carrier take an order, how goods flow, on which routes they are delivered.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            NetworkLocateCommand.class,
            NetworkAssignCommand.class,
            NetworkFlowCommand.class,
            NetworkRouteCommand.class
        })
final class NetworkCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "What to plan is missing.\nMaybe one of: quartermaster network locate, quartermaster network assign, quartermaster network flow, quartermaster network route");
    }
}
