package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.network.FacilityPlan;
import io.quartermaster.domain.network.FacilityProblem;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.pipelines.network.FacilityFolder;
import io.quartermaster.pipelines.network.FacilityJson;
import io.quartermaster.pipelines.network.OrLibraryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which places to run and whom each serves. */
@Command(
        name = "locate",
        description =
                "Say which places to run and whom each serves at least cost, within their capacities, as JSON with objective and bound. Exit 1 when there is no plan.")
final class NetworkLocateCommand implements Callable<Integer> {

    private enum Format {
        CSV,
        ORLIB
    }

    private enum Sourcing {
        SPLIT,
        SINGLE
    }

    @Option(
            names = "--input",
            paramLabel = "PATH",
            required = true,
            description =
                    "Folder with places.csv, customers.csv and costs.csv; or a file of OR-Library.")
    private Path input;

    @Option(
            names = "--format",
            paramLabel = "csv|orlib",
            defaultValue = "csv",
            description = "Form of the input (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--sourcing",
            paramLabel = "split|single",
            defaultValue = "split",
            description =
                    "Whether several places may serve a customer, or one only (default: ${DEFAULT-VALUE}).")
    private Sourcing sourcing;

    @Option(
            names = "--capacity",
            paramLabel = "UNITS",
            description = "For orlib: capacity of places whose file says \"capacity\" in words.")
    private double capacity = Double.NaN;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "60s",
            description =
                    "Seconds after which the best plan so far serves, with its bound (default: ${DEFAULT-VALUE}).")
    private String timeLimit;

    @Option(
            names = "--gap",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of its cost that a plan may lie above the bound; the search ends there (default: ${DEFAULT-VALUE}).")
    private double gap;

    @Option(
            names = "--solver",
            paramLabel = "auto|scip|branch-and-bound",
            defaultValue = "auto",
            description =
                    "What searches; branch-and-bound is plain Java and meant for a few places (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        IntegerSearch search =
                IntegerSearch.EXACT.within(TimeLimit.secondsAboveZero(timeLimit)).toGap(gap);
        EngineChoice engine = IntegerProgrammingEngines.choose(solver);
        FacilityProblem problem = problem();
        talk.progress()
                .say(
                        "Choosing among %d places for %d customers by %s"
                                .formatted(
                                        problem.places().size(),
                                        problem.customers().size(),
                                        engine.name()));
        long start = System.nanoTime();
        FacilityPlan plan =
                FacilityPlan.of(problem, IntegerProgrammingEngines.engine(engine), search);
        String text = FacilityJson.write(problem, plan, engine, (System.nanoTime() - start) / 1e9);
        output.write(spec, out -> out.write(text));
        return told(plan);
    }

    private FacilityProblem problem() throws IOException {
        boolean single = sourcing == Sourcing.SINGLE;
        return format == Format.ORLIB
                ? OrLibraryFile.read(input, capacity, single)
                : FacilityFolder.read(input, single);
    }

    private int told(FacilityPlan plan) {
        if (!plan.found()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            plan.status() == IntegerSolution.Status.INFEASIBLE
                                    ? "There is no plan: the demands do not fit into the places.\nMaybe raise a capacity, or allow --sourcing split."
                                    : "No plan was found within the time limit (%s).\nMaybe raise --time-limit."
                                            .formatted(timeLimit));
            return Quartermaster.FAILURE;
        }
        talk.progress()
                .say(
                        "Plan %s: cost %.3f, bound %.3f, gap %.3f %%"
                                .formatted(
                                        plan.status(),
                                        plan.cost(),
                                        plan.bound(),
                                        plan.gap() * 100));
        return 0;
    }
}
