package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.domain.optimisation.Interruption;

/**
 * An engine whose solves all end when one interruption is asked for, each within so much memory.
 */
record StoppableIntegerEngine(
        IntegerProgrammingEngine engine, Interruption interruption, double maxMegabytes)
        implements IntegerProgrammingEngine {

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public EngineStatus probe() {
        return engine.probe();
    }

    @Override
    public IntegerSolution solve(IntegerProgramme programme, IntegerSearch search) {
        IntegerSearch bounded = search.inMegabytes(Math.min(maxMegabytes, search.maxMegabytes()));
        Interruption own = search.interruption();
        if (own == Interruption.NEVER) {
            return engine.solve(programme, bounded.until(interruption));
        }
        Runnable stop = own::ask;
        interruption.onAsked(stop);
        try {
            return engine.solve(programme, bounded);
        } finally {
            interruption.forget(stop);
        }
    }

    @Override
    public int[] conflict(IntegerProgramme programme, long maxNodes) {
        return engine.conflict(programme, maxNodes);
    }

    @Override
    public EngineUse use() {
        return engine.use();
    }
}
