package io.quartermaster.engines.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.replenishment.PlainProgramme;
import io.quartermaster.domain.replenishment.PlainSolution;
import io.quartermaster.domain.replenishment.SparseMatrix;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScipEngineTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final LinearProgrammingEngine engine =
            ServiceLoader.load(LinearProgrammingEngine.class).findFirst().orElseThrow();

    @BeforeEach
    void scipIsThere() {
        EngineStatus status = engine.probe();
        boolean supported =
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64");
        assumeTrue(supported, "skipped: " + status.reason());
        assertThat(status.reason()).isEmpty();
    }

    @Test
    void namesItsVersion() {
        assertThat(engine.probe()).isEqualTo(EngineStatus.available("scip", "10.0.0", "cpu"));
    }

    /**
     * One item, two days, demand 5 and 7, day limit 8, unit cost 2 then 3, holding 0.5: stock y1 =
     * x1 - 5, 0 = y1 + x2 - 7. Ordering a day ahead costs 2.5 against 3, so x1 = 8.
     */
    @Test
    void solvesAHandWorkedPlanWithDualsAndReducedCosts() {
        PlainProgramme programme =
                programme(
                        new double[] {2, 3},
                        new double[] {0.5},
                        new double[][] {{1, 0}, {0, 1}},
                        new double[][] {{-1}, {1}},
                        new double[] {5, 7},
                        new double[] {8, NONE},
                        new double[] {NONE});

        PlainSolution solution = engine.solve(programme, SolveLimit.NONE);

        assertThat(solution.status()).isEqualTo(LinearStatus.OPTIMAL);
        assertThat(solution.objective()).isCloseTo(2 * 8 + 3 * 4 + 0.5 * 3, within(1e-9));
        assertThat(solution.x()).containsExactly(new double[] {8, 4}, within(1e-9));
        assertThat(solution.y()).containsExactly(new double[] {3}, within(1e-9));
        assertThat(solution.duals()).containsExactly(new double[] {2.5, 3}, within(1e-9));
        assertThat(solution.reducedCostsX()).containsExactly(new double[] {-0.5, 0}, within(1e-9));
        assertThat(solution.reducedCostsY()).containsExactly(new double[] {0}, within(1e-9));
    }

    @Test
    void reportsAnInfeasibleProgramme() {
        PlainProgramme programme =
                programme(
                        new double[] {1},
                        new double[] {1},
                        new double[][] {{1}},
                        new double[][] {{1}},
                        new double[] {9},
                        new double[] {3},
                        new double[] {4});
        assertThat(engine.solve(programme, SolveLimit.NONE).status())
                .isEqualTo(LinearStatus.INFEASIBLE);
    }

    @Test
    void reportsAnUnboundedProgramme() {
        PlainProgramme programme =
                programme(
                        new double[] {-1},
                        new double[] {0},
                        new double[][] {{1}},
                        new double[][] {{-1}},
                        new double[] {0},
                        new double[] {NONE},
                        new double[] {NONE});
        assertThat(engine.solve(programme, SolveLimit.NONE).status())
                .isEqualTo(LinearStatus.UNBOUNDED);
    }

    @Test
    void callsAProgrammeInfeasibleWhoseDualIsInfeasibleToo() {
        PlainProgramme programme =
                programme(
                        new double[] {-1, 0},
                        new double[] {},
                        new double[][] {{1, -1}, {1, -1}},
                        new double[][] {{}, {}},
                        new double[] {1, 2},
                        new double[] {NONE, NONE},
                        new double[] {});
        assertThat(engine.solve(programme, SolveLimit.NONE).status())
                .isEqualTo(LinearStatus.INFEASIBLE);
    }

    @Test
    void solvesProgrammesWithoutRowsOrWithoutColumns() {
        PlainProgramme noRows =
                programme(
                        new double[] {1},
                        new double[] {-2},
                        new double[0][],
                        new double[0][],
                        new double[0],
                        new double[] {3},
                        new double[] {4});
        PlainProgramme noColumns =
                programme(
                        new double[0],
                        new double[0],
                        new double[][] {{}},
                        new double[][] {{}},
                        new double[] {0},
                        new double[0],
                        new double[0]);
        assertThat(engine.solve(noRows, SolveLimit.NONE).objective()).isCloseTo(-8, within(1e-9));
        assertThat(engine.solve(noColumns, SolveLimit.NONE).objective()).isCloseTo(0, within(1e-9));
    }

    @Test
    void countsItsCallsAndRows() {
        long calls = engine.use().calls();
        long rows = engine.use().rows();
        reportsAnInfeasibleProgramme();
        assertThat(engine.use().calls()).isEqualTo(calls + 1);
        assertThat(engine.use().rows()).isEqualTo(rows + 1);
    }

    private static PlainProgramme programme(
            double[] c,
            double[] s,
            double[][] a,
            double[][] b,
            double[] d,
            double[] u,
            double[] v) {
        return new PlainProgramme(
                c, s, SparseMatrix.ofRows(a, c.length), SparseMatrix.ofRows(b, s.length), d, u, v);
    }
}
