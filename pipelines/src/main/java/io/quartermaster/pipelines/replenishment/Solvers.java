package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
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
     * @param wanted {@code auto}, {@code selection}, {@code greedy} or an engine's name
     * @param maxIterations simplex iterations after which plan selection goes on without the linear
     *     programme, 0 for no limit
     * @param effort when plan selection stops
     * @throws IllegalArgumentException when a forced solver is not there
     */
    public static ReplenishmentPlanner planner(
            String wanted, long maxIterations, SelectionEffort effort) {
        return planner(wanted, maxIterations, effort, UnaryOperator.identity());
    }

    /**
     * The same, with engines that work in a sandbox.
     *
     * @param sandbox the engine as it works there
     */
    static ReplenishmentPlanner planner(
            String wanted,
            long maxIterations,
            SelectionEffort effort,
            UnaryOperator<LinearProgrammingEngine> sandbox) {
        List<LinearProgrammingEngine> engines = engines().stream().map(sandbox).toList();
        List<EngineStatus> candidates =
                engines.stream()
                        .map(LinearProgrammingEngine::probe)
                        .collect(Collectors.toCollection(ArrayList::new));
        candidates.add(EngineStatus.available(ReplenishmentPlanner.SELECTION, "", "cpu"));
        candidates.add(EngineStatus.available(ReplenishmentPlanner.GREEDY, "", "cpu"));
        EngineChoice choice =
                EngineChoice.of(ReplenishmentOptions.SOLVER.key(), wanted, candidates);
        if (choice.name().equals(ReplenishmentPlanner.GREEDY)) {
            return ReplenishmentPlanner.greedy("the greedy plan was asked for");
        }
        Optional<LinearProgrammingEngine> engine =
                engines.stream().filter(one -> one.name().equals(choice.name())).findFirst();
        return new ReplenishmentPlanner(engine, choice.reason(), maxIterations, effort);
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
