package io.quartermaster.pipelines.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command line: one verb per class, all of them in {@link #VERBS}. Exit code 0 when all went
 * well, 1 when the work failed, 2 when the command line itself is wrong.
 */
@Command(
        name = "quartermaster",
        description = "Supply intelligence for e-commerce platforms that take on new brands.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "quartermaster VERB --help tells what a verb takes."})
public final class Quartermaster implements Runnable {

    /** Exit code of work that failed. */
    public static final int FAILURE = 1;

    /** Exit code of a command line that is wrong. */
    public static final int BAD_USAGE = 2;

    /** Every verb, in the order in which help lists them. */
    private static final List<Class<? extends Callable<Integer>>> VERBS =
            List.of(
                    DemoCommand.class,
                    BackfillCommand.class,
                    RunCommand.class,
                    DoctorCommand.class,
                    AnswerCommand.class,
                    BacktestCommand.class,
                    ClassifyCommand.class,
                    EvaluateCommand.class,
                    ForecastCommand.class,
                    GenerateCommand.class,
                    LiftCommand.class,
                    LpCommand.class,
                    NetworkCommand.class,
                    PlanCommand.class,
                    PolicyCommand.class,
                    RankBrandsCommand.class,
                    RankItemsCommand.class,
                    RecommendCommand.class,
                    RiskCommand.class,
                    SatisfactionCommand.class,
                    SelectBrandsCommand.class,
                    SimilarCommand.class,
                    SqlCommand.class,
                    TrainCommand.class,
                    WarmUpCommand.class,
                    WhatIfCommand.class);

    @CommandLine.Spec private CommandSpec spec;

    /** Called by picocli when no verb is given. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A verb is missing.\nMaybe start with: quartermaster demo");
    }

    public static void main(String[] arguments) {
        // What libraries say through java.util.logging is no concern of whoever runs a verb.
        LogManager.getLogManager().reset();
        int code = commandLine().execute(arguments);
        System.out.flush();
        System.err.flush();
        // Threads of native libraries may outlive the work; they must not hold the process open.
        System.exit(code);
    }

    /** The whole command line, ready to execute; its output can be redirected. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Quartermaster());
        VERBS.forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Quartermaster::badUsage);
        line.setExecutionExceptionHandler(Quartermaster::failed);
        return line;
    }

    private static int badUsage(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        PrintWriter error = line.getErr();
        error.println(problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, error);
        error.println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        return BAD_USAGE;
    }

    private static int failed(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println(FailureMessage.of(problem));
        if (isVerbose(parsed)) {
            problem.printStackTrace(line.getErr());
        }
        line.getErr().flush();
        return FAILURE;
    }

    private static boolean isVerbose(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        return deepest.hasMatchedOption("--verbose");
    }
}
