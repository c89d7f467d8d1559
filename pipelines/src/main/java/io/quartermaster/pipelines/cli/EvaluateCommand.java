package io.quartermaster.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how well something does; what is the verb below. */
@Command(
        name = "evaluate",
        description = "Measure how well a model does.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            EvaluateClassifyCommand.class,
            EvaluateForecastCommand.class,
            EvaluateRecommendCommand.class
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "What to evaluate is missing.\nMaybe: quartermaster evaluate classify, evaluate forecast or evaluate recommend");
    }
}
