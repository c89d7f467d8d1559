package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.network.FlowProblem;
import io.quartermaster.domain.network.MinimumCostFlow;
import io.quartermaster.pipelines.network.FlowFolder;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends goods between places at the least cost. */
@Command(
        name = "flow",
        description =
                "Send goods from places that offer to places that ask, over arcs with capacities, at the least cost, as JSON. Exit 1 when not all that is asked for can come; the output says where.")
final class NetworkFlowCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder with places.csv (place, supply, below 0 what it asks for) and arcs.csv (from, to, unit_cost, capacity).")
    private Path input;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FlowProblem problem = FlowFolder.read(input);
        talk.progress()
                .say(
                        "Sending between %d places over %d arcs"
                                .formatted(problem.places().size(), problem.arcs().size()));
        MinimumCostFlow flow = MinimumCostFlow.of(problem);
        String text = FlowFolder.write(problem, flow);
        output.write(spec, out -> out.write(text));
        if (!flow.complete()) {
            spec.commandLine().getErr().println(shortfall(problem, flow));
            return Quartermaster.FAILURE;
        }
        return 0;
    }

    private static String shortfall(FlowProblem problem, MinimumCostFlow flow) {
        StringJoiner places = new StringJoiner(", ");
        int count = 0;
        for (int place = 0; place < flow.shortfall().length; place++) {
            if (flow.shortfall()[place] > 0 && count++ < SHOWN) {
                places.add(
                        "%s %s"
                                .formatted(
                                        problem.places().get(place).name(),
                                        flow.shortfall()[place]));
            }
        }
        return "Not all that is asked for can come: %s%s.\nMaybe raise a capacity or a supply that leads there."
                .formatted(places, count > SHOWN ? " and %d more".formatted(count - SHOWN) : "");
    }
}
