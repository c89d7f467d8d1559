package io.quartermaster.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a model; which one is the verb below. */
@Command(
        name = "train",
        description = "Train a model.",
        synopsisSubcommandLabel = "MODEL",
        subcommands = {
            TrainClassifierCommand.class,
            TrainLstmCommand.class,
            TrainRankerCommand.class,
            TrainLateCommand.class,
            TrainContentCommand.class
        })
final class TrainCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "The model to train is missing.\nMaybe one of: quartermaster train classifier, quartermaster train lstm, quartermaster train ranker, quartermaster train late, quartermaster train content");
    }
}
