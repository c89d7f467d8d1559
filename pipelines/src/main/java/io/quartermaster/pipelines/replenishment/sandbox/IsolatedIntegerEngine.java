package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.domain.optimisation.Interruption;

/**
 * An engine of integer programmes in solver processes. A solve whose process dies is done again in
 * another one, once.
 */
final class IsolatedIntegerEngine implements IntegerProgrammingEngine {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final double PROBE_SECONDS = 60;

    private final IntegerProgrammingEngine engine;
    private final SolverChildren children;

    IsolatedIntegerEngine(IntegerProgrammingEngine engine, SolverChildren children) {
        this.engine = engine;
        this.children = children;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public EngineUse use() {
        return engine.use();
    }

    @Override
    public EngineStatus probe() {
        try {
            byte[] question = Question.PROBE_INTEGER.begin().text(name()).bytes();
            return Messages.status(ask(question, PROBE_SECONDS, Interruption.NEVER));
        } catch (IllegalStateException e) {
            return EngineStatus.missing(name(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public IntegerSolution solve(IntegerProgramme programme, IntegerSearch search) {
        WireOut question = Question.SOLVE_INTEGER.begin().text(name());
        Messages.write(question, programme);
        Messages.write(question, search);
        use().called(programme.rows().size());
        try {
            return Messages.integerSolution(
                    twice(question.bytes(), search.maxSeconds(), search.interruption()));
        } catch (SolverLost e) {
            return switch (e.reason()) {
                case LATE -> IntegerSolution.without(IntegerSolution.Status.TIME_LIMIT, 0);
                case STOPPED -> IntegerSolution.without(IntegerSolution.Status.INTERRUPTED, 0);
                case TOO_LARGE -> IntegerSolution.without(IntegerSolution.Status.MEMORY_LIMIT, 0);
                case DIED -> throw e;
            };
        }
    }

    @Override
    public int[] conflict(IntegerProgramme programme, long maxNodes) {
        WireOut question = Question.CONFLICT.begin().text(name());
        Messages.write(question, programme);
        return twice(question.whole(maxNodes).bytes(), NONE, Interruption.NEVER).counts();
    }

    private WireIn twice(byte[] question, double maxSeconds, Interruption interruption) {
        try {
            return ask(question, maxSeconds, interruption);
        } catch (SolverLost e) {
            if (e.reason() != SolverLost.Reason.DIED) {
                throw e;
            }
            return ask(question, maxSeconds, interruption);
        }
    }

    private WireIn ask(byte[] question, double maxSeconds, Interruption interruption) {
        SolverChild child = children.borrow();
        try {
            return child.ask(question, maxSeconds, interruption);
        } finally {
            children.giveBack(child);
        }
    }
}
