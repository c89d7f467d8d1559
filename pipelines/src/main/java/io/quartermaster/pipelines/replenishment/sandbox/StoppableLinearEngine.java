package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;

/** An engine whose solves all end when one interruption is asked for. */
record StoppableLinearEngine(LinearProgrammingEngine engine, Interruption interruption)
        implements LinearProgrammingEngine {

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public EngineStatus probe() {
        return engine.probe();
    }

    @Override
    public LinearProgrammeSession open() {
        return new StoppableSession(engine.open(), interruption);
    }

    @Override
    public EngineUse use() {
        return engine.use();
    }
}
