package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;

/** An engine of linear programmes in solver processes. This process never opens its library. */
final class IsolatedLinearEngine implements LinearProgrammingEngine {

    private static final double PROBE_SECONDS = 60;

    private final LinearProgrammingEngine engine;
    private final SolverChildren children;

    IsolatedLinearEngine(LinearProgrammingEngine engine, SolverChildren children) {
        this.engine = engine;
        this.children = children;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public EngineStatus probe() {
        SolverChild child = null;
        try {
            child = children.borrow();
            byte[] question = Question.PROBE_LINEAR.begin().text(name()).bytes();
            EngineStatus status =
                    Messages.status(child.ask(question, PROBE_SECONDS, Interruption.NEVER));
            children.giveBack(child);
            return status;
        } catch (IllegalStateException e) {
            if (child != null) {
                children.discard(child);
            }
            return EngineStatus.missing(name(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public LinearProgrammeSession open() {
        return new IsolatedSession(children, name(), engine.use());
    }

    @Override
    public EngineUse use() {
        return engine.use();
    }
}
