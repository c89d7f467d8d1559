package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.PlainProgramme;
import io.quartermaster.domain.replenishment.PlainSolution;
import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.replenishment.PlainProgrammeJson;
import io.quartermaster.pipelines.replenishment.Solvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves the plain programme as given. */
@Command(
        name = "lp",
        description =
                "Solve min c'x + s'y, Ax + By = d, 0 <= x <= u, 0 <= y <= v, with duals and reduced costs. Exit 1 when there is no optimum; the output says why.")
final class LpCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description = "JSON with c, s, A, B, d, u, v; null in u and v for no limit.")
    private Path input;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PlainProgramme programme = PlainProgrammeJson.read(input);
        if (output.given()) {
            try (OutputFile file = output.file()) {
                PlainSolution solution = solve(programme);
                Files.writeString(file.path(), PlainProgrammeJson.write(solution));
                file.commit();
                return told(solution);
            }
        }
        PlainSolution solution = solve(programme);
        spec.commandLine().getOut().print(PlainProgrammeJson.write(solution));
        spec.commandLine().getOut().flush();
        return told(solution);
    }

    private PlainSolution solve(PlainProgramme programme) throws IOException {
        talk.progress()
                .say(
                        "Solving %d columns and %d rows"
                                .formatted(
                                        programme.orderCost().length + programme.stockCost().length,
                                        programme.demand().length));
        return Solvers.engine().solve(programme, SolveLimit.NONE);
    }

    private int told(PlainSolution solution) {
        String problem =
                switch (solution.status()) {
                    case OPTIMAL -> "";
                    case INFEASIBLE ->
                            "The programme is infeasible: no x and y within 0, u and v meet Ax + By = d.\nMaybe a limit in u or v is too small, or a row of d cannot be met.";
                    case UNBOUNDED ->
                            "The programme is unbounded: its cost can fall without end.\nMaybe a cost in c or s is negative and its limit in u or v is missing.";
                    case ITERATION_LIMIT, TIME_LIMIT, INTERRUPTED ->
                            "The programme was not solved within its limit.";
                };
        if (!problem.isEmpty()) {
            spec.commandLine().getErr().println(problem);
            return Quartermaster.FAILURE;
        }
        return 0;
    }
}
