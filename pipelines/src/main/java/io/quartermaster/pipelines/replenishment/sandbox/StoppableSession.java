package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.optimisation.LinearBasis;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;

/** A session whose solves also end when an interruption is asked for. */
record StoppableSession(LinearProgrammeSession session, Interruption interruption)
        implements LinearProgrammeSession {

    @Override
    public int columns() {
        return session.columns();
    }

    @Override
    public int rows() {
        return session.rows();
    }

    @Override
    public void addRows(RowBlock block) {
        session.addRows(block);
    }

    @Override
    public void addColumns(ColumnBlock block) {
        session.addColumns(block);
    }

    @Override
    public void removeColumns(int[] which) {
        session.removeColumns(which);
    }

    @Override
    public void changeCosts(int[] which, double[] cost) {
        session.changeCosts(which, cost);
    }

    @Override
    public void changeBounds(int[] which, double[] lower, double[] upper) {
        session.changeBounds(which, lower, upper);
    }

    @Override
    public void changeSides(int[] which, double[] left, double[] right) {
        session.changeSides(which, left, right);
    }

    @Override
    public LinearSolution solve(SimplexMethod method, SolveLimit limit) {
        Interruption own = limit.interruption();
        if (own == Interruption.NEVER) {
            return session.solve(method, limit.until(interruption));
        }
        Runnable stop = own::ask;
        interruption.onAsked(stop);
        try {
            return session.solve(method, limit);
        } finally {
            interruption.forget(stop);
        }
    }

    @Override
    public double[] infeasibilityProof() {
        return session.infeasibilityProof();
    }

    @Override
    public LinearBasis basis() {
        return session.basis();
    }

    @Override
    public void startFrom(LinearBasis basis) {
        session.startFrom(basis);
    }

    @Override
    public void close() {
        session.close();
    }
}
