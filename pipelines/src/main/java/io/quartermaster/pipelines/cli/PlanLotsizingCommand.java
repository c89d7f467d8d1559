package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.replenishment.lotsizing.LotSizing;
import io.quartermaster.domain.replenishment.lotsizing.LotSizingPlan;
import io.quartermaster.domain.replenishment.lotsizing.LotSizingProblem;
import io.quartermaster.pipelines.replenishment.LotSizingJson;
import io.quartermaster.pipelines.replenishment.TrigeiroFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans lots on one resource with setup times. */
@Command(
        name = "lotsizing",
        description =
                "Plan lots of several items on one resource with setup times and a capacity (Trigeiro's form), as JSON with objective, bound, gap and the plan. Exit 1 when there is no plan.")
final class PlanLotsizingCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description =
                    "Numbers: items, periods; one unused; capacity; per item unit time, holding cost, setup time, setup cost; per period the demand of each item.")
    private Path input;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "25s",
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
                    "What searches; branch-and-bound is plain Java and meant for a few items (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        IntegerSearch search =
                IntegerSearch.EXACT.within(TimeLimit.secondsAboveZero(timeLimit)).toGap(gap);
        EngineChoice engine = IntegerProgrammingEngines.choose(solver);
        LotSizingProblem problem = TrigeiroFile.read(input);
        talk.progress()
                .say(
                        "Planning %d items over %d periods by %s"
                                .formatted(
                                        problem.items().size(), problem.periods(), engine.name()));
        long start = System.nanoTime();
        LotSizing solved = LotSizing.of(problem, IntegerProgrammingEngines.engine(engine), search);
        double seconds = (System.nanoTime() - start) / 1e9;
        String text = LotSizingJson.write(problem, solved, engine, seconds);
        output.write(spec, out -> out.write(text));
        return told(solved);
    }

    private int told(LotSizing solved) {
        if (solved.plan().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            solved.status() == LotSizing.Status.INFEASIBLE
                                    ? "There is no plan: setups and demands do not fit into the capacity.\nMaybe raise the capacity."
                                    : "No plan was found within the time limit (%s).\nMaybe raise --time-limit."
                                            .formatted(timeLimit));
            return Quartermaster.FAILURE;
        }
        LotSizingPlan plan = solved.plan().orElseThrow();
        talk.progress()
                .say(
                        "Plan %s: cost %.2f, bound %.2f, gap %.3f %%"
                                .formatted(
                                        solved.status(),
                                        plan.cost(),
                                        solved.bound(),
                                        solved.gap() * 100));
        return 0;
    }
}
