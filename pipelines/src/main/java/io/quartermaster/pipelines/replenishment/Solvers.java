package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds the engines that solve linear programmes, and makes a planner with the chosen one. */
public final class Solvers {

    private Solvers() {}

    /**
     * A planner with the solver asked for.
     *
     * @param wanted {@code auto}, {@code greedy} or an engine's name
     * @param maxIterations simplex iterations after which the greedy plan serves, 0 for no limit
     * @throws IllegalArgumentException when a forced solver is not there
     */
    public static ReplenishmentPlanner planner(String wanted, long maxIterations) {
        return planner(wanted, maxIterations, UnaryOperator.identity());
    }

    /**
     * The same, with engines that work in a sandbox.
     *
     * @param sandbox the engine as it works there
     */
    static ReplenishmentPlanner planner(
            String wanted, long maxIterations, UnaryOperator<LinearProgrammingEngine> sandbox) {
        List<LinearProgrammingEngine> engines = engines().stream().map(sandbox).toList();
        List<EngineStatus> candidates =
                engines.stream()
                        .map(LinearProgrammingEngine::probe)
                        .collect(Collectors.toCollection(ArrayList::new));
        candidates.add(EngineStatus.available(ReplenishmentPlanner.GREEDY, "", "cpu"));
        EngineChoice choice =
                EngineChoice.of(ReplenishmentOptions.SOLVER.key(), wanted, candidates);
        Optional<LinearProgrammingEngine> engine =
                engines.stream().filter(one -> one.name().equals(choice.name())).findFirst();
        String missing =
                choice.reason().isEmpty() && engine.isEmpty()
                        ? "the greedy plan was asked for"
                        : choice.reason();
        return new ReplenishmentPlanner(engine, missing, maxIterations);
    }

    /**
     * The first engine that is there.
     *
     * @throws IllegalArgumentException with the reason of each that is not
     */
    public static LinearProgrammingEngine engine() {
        List<LinearProgrammingEngine> engines = engines();
        EngineChoice choice =
                EngineChoice.of(
                        ReplenishmentOptions.SOLVER.key(),
                        EngineChoice.AUTO,
                        engines.stream().map(LinearProgrammingEngine::probe).toList());
        return engines.stream()
                .filter(engine -> engine.name().equals(choice.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<LinearProgrammingEngine> engines() {
        return ServiceLoader.load(LinearProgrammingEngine.class, Solvers.class.getClassLoader())
                .stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
