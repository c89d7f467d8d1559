package io.quartermaster.engines.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SoPlex by our bridge against CLP by OR-Tools, another code by other people. */
class ScipAgainstClpTest {

    @BeforeAll
    static void orToolsIsThere() {
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        assumeTrue(platform.equals("Linux-amd64"), "skipped: no SCIP for " + platform);
        Loader.loadNativeLibraries();
    }

    static List<LinearModels> models() {
        return LinearModels.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void endsAsClpDoes(LinearModels model) {
        for (SimplexMethod method : SimplexMethod.values()) {
            LinearSolution solution = solved(model, method);
            assertThat(solution.status()).as(model.name()).isEqualTo(model.status());
            if (model.status() == LinearStatus.OPTIMAL) {
                double clp = clp(model);
                double tolerance = 1e-7 * Math.max(1, Math.abs(clp));
                assertThat(solution.objective()).as(model.name()).isCloseTo(clp, within(tolerance));
                assertThat(dual(model, solution))
                        .as(model.name())
                        .isCloseTo(clp, within(10 * tolerance));
            } else {
                assertThat(clp(model)).as(model.name()).isNaN();
            }
        }
    }

    private static LinearSolution solved(LinearModels model, SimplexMethod method) {
        try (LinearProgrammeSession session = new ScipEngine().open()) {
            session.addRows(RowBlock.empty(model.left(), model.right()));
            ColumnBlock.Builder columns = new ColumnBlock.Builder();
            for (int column = 0; column < model.cost().length; column++) {
                for (int row = 0; row < model.left().length; row++) {
                    if (model.matrix()[row][column] != 0) {
                        columns.entry(row, model.matrix()[row][column]);
                    }
                }
                columns.endColumn(
                        model.cost()[column], model.lower()[column], model.upper()[column]);
            }
            session.addColumns(columns.build());
            return session.solve(method, SolveLimit.NONE);
        }
    }

    /** The dual objective: what the sides are worth, and the bounds by their reduced costs. */
    private static double dual(LinearModels model, LinearSolution solution) {
        double sum = 0;
        for (int row = 0; row < model.left().length; row++) {
            double price = solution.duals()[row];
            sum +=
                    Math.abs(price) < 1e-9
                            ? 0
                            : price * (price > 0 ? model.left()[row] : model.right()[row]);
        }
        for (int column = 0; column < model.cost().length; column++) {
            double price = solution.reducedCosts()[column];
            sum +=
                    Math.abs(price) < 1e-9
                            ? 0
                            : price * (price > 0 ? model.lower()[column] : model.upper()[column]);
        }
        return sum;
    }

    /** CLP's optimum; NaN where it has none. */
    private static double clp(LinearModels model) {
        MPSolver solver = MPSolver.createSolver("CLP");
        try {
            MPVariable[] columns = new MPVariable[model.cost().length];
            for (int column = 0; column < columns.length; column++) {
                columns[column] =
                        solver.makeNumVar(model.lower()[column], model.upper()[column], "");
                solver.objective().setCoefficient(columns[column], model.cost()[column]);
            }
            for (int row = 0; row < model.left().length; row++) {
                MPConstraint constraint =
                        solver.makeConstraint(model.left()[row], model.right()[row]);
                for (int column = 0; column < columns.length; column++) {
                    constraint.setCoefficient(columns[column], model.matrix()[row][column]);
                }
            }
            return solver.solve() == MPSolver.ResultStatus.OPTIMAL
                    ? solver.objective().value()
                    : Double.NaN;
        } finally {
            solver.delete();
        }
    }
}
