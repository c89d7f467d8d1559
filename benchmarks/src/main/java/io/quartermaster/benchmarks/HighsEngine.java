package io.quartermaster.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import java.util.Arrays;

/** HiGHS through OR-Tools: the peer of SCIP on integer programmes. */
final class HighsEngine implements IntegerProgrammingEngine {

    private static final EngineUse USE = new EngineUse();

    HighsEngine() {
        Loader.loadNativeLibraries();
    }

    @Override
    public String name() {
        return "highs";
    }

    @Override
    public EngineStatus probe() {
        return EngineStatus.available(name(), "", "cpu");
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    /** To the optimum: where OR-Tools stops HiGHS by a limit of time, it fails. */
    @Override
    public IntegerSolution solve(IntegerProgramme programme, IntegerSearch search) {
        USE.called(programme.rows().size());
        MPSolver solver = MPSolver.createSolver("HIGHS");
        MPSolverParameters parameters = new MPSolverParameters();
        try {
            parameters.setDoubleParam(
                    MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, search.gap());
            MPVariable[] columns = columns(solver, programme);
            for (IntegerProgramme.Row row : programme.rows()) {
                MPConstraint constraint = solver.makeConstraint(row.left(), row.right());
                for (int i = 0; i < row.columns().length; i++) {
                    constraint.setCoefficient(columns[row.columns()[i]], row.values()[i]);
                }
            }
            solver.objective().setMinimization();
            MPSolver.ResultStatus status = solver.solve(parameters);
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                throw new IllegalStateException("HiGHS ended with " + status + ".");
            }
            return new IntegerSolution(
                    IntegerSolution.Status.OPTIMAL,
                    solver.objective().value(),
                    solver.objective().bestBound(),
                    Arrays.stream(columns).mapToDouble(MPVariable::solutionValue).toArray(),
                    solver.nodes());
        } finally {
            parameters.delete();
            solver.delete();
        }
    }

    private static MPVariable[] columns(MPSolver solver, IntegerProgramme programme) {
        MPVariable[] columns = new MPVariable[programme.cost().length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] =
                    solver.makeVar(
                            programme.lower()[i], programme.upper()[i], programme.whole()[i], "");
            solver.objective().setCoefficient(columns[i], programme.cost()[i]);
        }
        return columns;
    }
}
