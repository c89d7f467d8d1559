package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.network.RoutePlan;
import io.quartermaster.domain.network.RouteProblem;
import io.quartermaster.domain.network.RoutingEngines;
import io.quartermaster.pipelines.network.RouteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans delivery routes. */
@Command(
        name = "route",
        description =
                "Plan delivery routes from a depot with capacities and time windows, as JSON; stops that nobody can visit are named with the reason.")
final class NetworkRouteCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description =
                    "CSV with stop, x, y, demand, ready_time, due_time, service_time; the first line is the depot.")
    private Path input;

    @Option(
            names = "--vehicles",
            paramLabel = "N",
            required = true,
            description = "Vehicles at the depot.")
    private int vehicles;

    @Option(
            names = "--capacity",
            paramLabel = "UNITS",
            required = true,
            description = "Units that a vehicle holds.")
    private double capacity;

    @Option(
            names = "--vehicle-cost",
            paramLabel = "DISTANCE",
            defaultValue = "0",
            description =
                    "What a vehicle in use costs, in units of distance (default: ${DEFAULT-VALUE}).")
    private double vehicleCost;

    @Option(
            names = "--solutions",
            paramLabel = "N",
            defaultValue = "500",
            description =
                    "Solutions after which the search stops: work and not time, so that it repeats (default: ${DEFAULT-VALUE}).")
    private int solutions;

    @Option(
            names = "--router",
            paramLabel = "auto|or-tools|cheapest-insertion",
            defaultValue = "auto",
            description =
                    "What plans; cheapest-insertion is plain Java and does not improve (default: ${DEFAULT-VALUE}).")
    private String router;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (solutions < 1) {
            throw new IllegalArgumentException(
                    "The solutions (%d) must be 1 or more.\nMaybe --solutions 500."
                            .formatted(solutions));
        }
        EngineChoice engine = RoutingEngines.choose(router);
        List<RouteProblem.Stop> stops = RouteFile.read(input);
        RouteProblem problem =
                new RouteProblem(
                        stops.get(0),
                        stops.subList(1, stops.size()),
                        vehicles,
                        capacity,
                        vehicleCost);
        talk.progress()
                .say("Routing %d stops by %s".formatted(problem.stops().size(), engine.name()));
        long start = System.nanoTime();
        RoutePlan plan = RoutingEngines.engine(engine).plan(problem, solutions);
        String text = RouteFile.write(problem, plan, engine, (System.nanoTime() - start) / 1e9);
        output.write(spec, out -> out.write(text));
        talk.progress()
                .say(
                        "Visited %d of %d stops by %d vehicles, distance %.2f"
                                .formatted(
                                        problem.stops().size() - plan.unserved().size(),
                                        problem.stops().size(),
                                        plan.routes().size(),
                                        plan.distance()));
        return 0;
    }
}
