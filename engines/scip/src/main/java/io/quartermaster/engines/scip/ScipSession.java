package io.quartermaster.engines.scip;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.LinearBasis;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.engines.scipjni.Basis;
import io.quartermaster.engines.scipjni.LinearProgrammeStatus;
import io.quartermaster.engines.scipjni.ScipLinearProgramme;

/** A linear programme that stays open in SCIP's LP solver (SoPlex, no presolving). */
final class ScipSession implements LinearProgrammeSession {

    private final EngineUse use;
    private final ScipLinearProgramme programme;

    ScipSession(EngineUse use) {
        this.use = use;
        this.programme = new ScipLinearProgramme();
    }

    @Override
    public int columns() {
        return programme.columns();
    }

    @Override
    public int rows() {
        return programme.rows();
    }

    @Override
    public void addRows(RowBlock block) {
        programme.addRows(
                block.left(), block.right(), block.starts(), block.columns(), block.values());
    }

    @Override
    public void addColumns(ColumnBlock block) {
        programme.addColumns(
                block.cost(),
                block.lower(),
                block.upper(),
                block.starts(),
                block.rows(),
                block.values());
    }

    @Override
    public void removeColumns(int[] which) {
        programme.removeColumns(which);
    }

    @Override
    public void changeCosts(int[] which, double[] cost) {
        programme.changeCosts(which, cost);
    }

    @Override
    public void changeBounds(int[] which, double[] lower, double[] upper) {
        programme.changeBounds(which, lower, upper);
    }

    @Override
    public void changeSides(int[] which, double[] left, double[] right) {
        programme.changeSides(which, left, right);
    }

    @Override
    public LinearSolution solve(SimplexMethod method, SolveLimit limit) {
        LinearProgrammeStatus status =
                programme.solve(
                        method == SimplexMethod.PRIMAL,
                        limit.maxIterations(),
                        limit.maxSeconds(),
                        limit.interruption()::isAsked);
        use.called(rows());
        return status == LinearProgrammeStatus.OPTIMAL
                ? optimum()
                : LinearSolution.without(status(status), programme.iterations());
    }

    private LinearSolution optimum() {
        ScipLinearProgramme.Optimum optimum = programme.optimum();
        return new LinearSolution(
                LinearStatus.OPTIMAL,
                optimum.objective(),
                optimum.primal(),
                optimum.duals(),
                optimum.reducedCosts(),
                programme.iterations());
    }

    private LinearStatus status(LinearProgrammeStatus status) {
        return switch (status) {
            case OPTIMAL -> LinearStatus.OPTIMAL;
            case INFEASIBLE -> LinearStatus.INFEASIBLE;
            case UNBOUNDED -> LinearStatus.UNBOUNDED;
            case ITERATION_LIMIT -> LinearStatus.ITERATION_LIMIT;
            case TIME_LIMIT -> LinearStatus.TIME_LIMIT;
            case INTERRUPTED -> LinearStatus.INTERRUPTED;
            case UNDECIDED ->
                    throw new IllegalStateException(
                            "SCIP ended undecided on a programme of %d columns and %d rows."
                                    .formatted(columns(), rows()));
        };
    }

    @Override
    public double[] infeasibilityProof() {
        return programme.farkas();
    }

    @Override
    public LinearBasis basis() {
        Basis basis = programme.basis();
        return new LinearBasis(basis.columns(), basis.rows());
    }

    @Override
    public void startFrom(LinearBasis basis) {
        programme.startFrom(new Basis(basis.columns(), basis.rows()));
    }

    @Override
    public void close() {
        programme.close();
    }
}
