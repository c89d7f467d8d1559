package io.quartermaster.engines.scip;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.engines.scipjni.ScipLibrary;

/**
 * Solves plain programmes by SCIP's LP solver (SoPlex, dual simplex, no presolving). The columns
 * are x, then y; each row of Ax + By = d is one row. One native object per call, freed before the
 * call returns.
 */
public final class ScipEngine implements LinearProgrammingEngine {

    /** Its name as options spell it. */
    public static final String NAME = "scip";

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EngineStatus probe() {
        ScipLibrary library = ScipLibrary.ofThisProcess();
        return library.available()
                ? EngineStatus.available(NAME, library.version(), "cpu")
                : EngineStatus.missing(NAME, library.missing());
    }

    @Override
    public LinearProgrammeSession open() {
        return new ScipSession(USE);
    }

    @Override
    public EngineUse use() {
        return USE;
    }
}
