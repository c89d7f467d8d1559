package io.quartermaster.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what a policy of stock orders and costs; which one is the verb below. */
@Command(
        name = "policy",
        description = "Tell what a textbook policy of stock orders, and what it costs.",
        synopsisSubcommandLabel = "KIND",
        subcommands = {
            PolicyNewsvendorCommand.class,
            PolicyEoqCommand.class,
            PolicySsCommand.class,
            PolicyRqCommand.class,
            PolicyBaseStockCommand.class,
            PolicyWagnerWhitinCommand.class,
            PolicySerialCommand.class,
            PolicyTreeCommand.class
        })
final class PolicyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "The kind of policy is missing.\nMaybe one of: quartermaster policy newsvendor, eoq, ss, rq, base-stock, wagner-whitin, serial, tree");
    }
}
