package io.quartermaster.domain.optimisation;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;

/**
 * Solves integer programmes exactly in plain Java: depth first, each node bounded by its linear
 * relaxation, branching on the value that is farthest from whole, the nearer side first (Land and
 * Doig 1960). It is the truth that other engines must equal, and serves where none is there; meant
 * for hundreds of columns.
 */
public final class BranchAndBound implements IntegerProgrammingEngine {

    /** Its name as options spell it. */
    public static final String NAME = "branch-and-bound";

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EngineStatus probe() {
        return EngineStatus.available(NAME, System.getProperty("java.version", ""), "cpu");
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    @Override
    public IntegerSolution solve(IntegerProgramme programme, IntegerSearch search) {
        USE.called(programme.rows().size());
        return new BranchAndBoundSearch(programme, search).solution();
    }
}
