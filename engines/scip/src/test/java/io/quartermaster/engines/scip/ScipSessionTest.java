package io.quartermaster.engines.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.optimisation.LinearBasis;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScipSessionTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final ScipEngine engine = new ScipEngine();

    @BeforeEach
    void scipIsThere() {
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        assumeTrue(platform.equals("Linux-amd64"), "skipped: no SCIP for " + platform);
        assertThat(engine.probe().available()).as(engine.probe().reason()).isTrue();
    }

    /**
     * Cutting stock (Chvatal 1983, chapter 13): rolls of 100, widths 45, 36, 31, 14, demands 97,
     * 610, 395, 211; the relaxation's optimum is 452.25.
     */
    @Test
    void generatesTheColumnsOfChvatalsCuttingStock() {
        int[] widths = {45, 36, 31, 14};
        double[] demand = {97, 610, 395, 211};
        try (LinearProgrammeSession session = engine.open()) {
            session.addRows(RowBlock.empty(demand, new double[] {NONE, NONE, NONE, NONE}));
            for (int width = 0; width < 4; width++) {
                session.addColumns(pattern(width, 100 / widths[width]));
            }
            LinearSolution solution = session.solve(SimplexMethod.DUAL, SolveLimit.NONE);
            for (int[] best = pattern(widths, solution.duals());
                    value(best, solution.duals()) > 1 + 1e-9;
                    best = pattern(widths, solution.duals())) {
                session.addColumns(pattern(best));
                solution = session.solve(SimplexMethod.PRIMAL, SolveLimit.NONE);
            }
            assertThat(solution.objective()).isCloseTo(452.25, within(1e-6));
            assertThat(session.columns()).isGreaterThan(4);
            assertThat(session.rows()).isEqualTo(4);
        }
    }

    @Test
    void reachesTheSameOptimumByGrowingAsAtOnce() {
        for (int seed = 1; seed <= 20; seed++) {
            Covering covering = new Covering(seed, 30, 60);
            double atOnce = covering.solved(engine);
            try (LinearProgrammeSession session = engine.open()) {
                session.addRows(RowBlock.empty(covering.left(0, 30), covering.right(30)));
                session.addColumns(covering.columns(0, 40));
                session.solve(SimplexMethod.DUAL, SolveLimit.NONE);
                session.addColumns(covering.columns(40, 60));
                assertThat(session.solve(SimplexMethod.PRIMAL, SolveLimit.NONE).objective())
                        .as("seed %d", seed)
                        .isCloseTo(atOnce, within(1e-6));
            }
        }
    }

    @Test
    void takesCutsChangesAndRemovals() {
        try (LinearProgrammeSession session = engine.open()) {
            session.addRows(RowBlock.empty(new double[] {10}, new double[] {10}));
            session.addColumns(
                    new ColumnBlock.Builder()
                            .entry(0, 1)
                            .endColumn(2, 0, 6)
                            .entry(0, 1)
                            .endColumn(3, 0, NONE)
                            .entry(0, 1)
                            .endColumn(9, 0, NONE)
                            .build());
            assertThat(objective(session)).isCloseTo(24, within(1e-9));

            session.changeSides(new int[] {0}, new double[] {8}, new double[] {8});
            assertThat(objective(session)).isCloseTo(18, within(1e-9));

            session.changeBounds(new int[] {1}, new double[] {0}, new double[] {1});
            assertThat(objective(session)).isCloseTo(2 * 6 + 3 + 9, within(1e-9));

            session.changeCosts(new int[] {0, 2}, new double[] {4, 5});
            assertThat(objective(session)).isCloseTo(4 * 6 + 3 + 5, within(1e-9));

            session.addRows(new RowBlock.Builder().entry(0, 1).endRow(-NONE, 2).build());
            assertThat(objective(session)).isCloseTo(4 * 2 + 3 + 5 * 5, within(1e-9));

            session.removeColumns(new int[] {1});
            assertThat(session.columns()).isEqualTo(2);
            assertThat(objective(session)).isCloseTo(4 * 2 + 5 * 6, within(1e-9));
        }
    }

    @Test
    void solvesAnewProgrammeFromAKeptBasisInFewerSteps() {
        Covering covering = new Covering(5, 200, 500);
        LinearBasis basis;
        long cold;
        try (LinearProgrammeSession session = covering.open(engine)) {
            cold = session.solve(SimplexMethod.DUAL, SolveLimit.NONE).iterations();
            basis = session.basis();
        }
        assertThat(basis.columns()).hasSize(500);
        assertThat(basis.rows()).hasSize(200);
        covering.moveDemand(0.05);
        double wanted = covering.solved(engine);
        try (LinearProgrammeSession session = covering.open(engine)) {
            session.startFrom(basis);
            LinearSolution warm = session.solve(SimplexMethod.DUAL, SolveLimit.NONE);
            assertThat(warm.objective()).isCloseTo(wanted, within(1e-6));
            assertThat(warm.iterations()).isLessThan(cold / 3);
        }
    }

    /** A basis that stands at limits which are gone in the new programme. */
    @Test
    void settlesABasisWhoseLimitsAreGone() {
        try (LinearProgrammeSession session = engine.open()) {
            session.addRows(RowBlock.empty(new double[] {1}, new double[] {NONE}));
            session.addColumns(
                    new ColumnBlock.Builder()
                            .entry(0, 1)
                            .endColumn(1, 0, NONE)
                            .entry(0, 1)
                            .endColumn(2, 0, NONE)
                            .build());
            session.startFrom(
                    new LinearBasis(
                            new int[] {LinearBasis.AT_UPPER, LinearBasis.AT_ZERO},
                            new int[] {LinearBasis.BASIC}));
            assertThat(objective(session)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void refusesABasisThatIsNone() {
        try (LinearProgrammeSession session = new Covering(1, 3, 5).open(engine)) {
            assertThatThrownBy(
                            () ->
                                    session.startFrom(
                                            new LinearBasis(new int[5], new int[] {1, 1, 0})))
                    .hasMessage("The basic columns and rows (2) must be as many as the rows (3).");
            assertThatThrownBy(() -> session.startFrom(new LinearBasis(new int[4], new int[3])))
                    .hasMessage("The length of the basis' columns (4) must be 5.");
        }
    }

    /** x + y <= 4 and x - y >= 6 within 0 <= x <= 5: the proof separates them. */
    @Test
    void provesThatAProgrammeIsInfeasible() {
        double[][] matrix = {{1, 1}, {1, -1}};
        try (LinearProgrammeSession session = engine.open()) {
            session.addColumns(
                    new ColumnBlock.Builder().endColumn(1, 0, 5).endColumn(1, 0, NONE).build());
            session.addRows(
                    new RowBlock.Builder()
                            .entry(0, 1)
                            .entry(1, 1)
                            .endRow(-NONE, 4)
                            .entry(0, 1)
                            .entry(1, -1)
                            .endRow(6, NONE)
                            .build());
            assertThat(session.solve(SimplexMethod.DUAL, SolveLimit.NONE).status())
                    .isEqualTo(LinearStatus.INFEASIBLE);
            double[] y = session.infeasibilityProof();
            assertThat(y).hasSize(2);
            double asked = (y[0] > 0 ? -NONE : y[0] * 4) + (y[1] > 0 ? y[1] * 6 : -NONE);
            if (y[0] == 0) {
                asked = y[1] * 6;
            }
            double most = 0;
            double[] upper = {5, NONE};
            for (int column = 0; column < 2; column++) {
                double along = y[0] * matrix[0][column] + y[1] * matrix[1][column];
                most += along > 1e-9 ? along * upper[column] : 0;
            }
            assertThat(most).isLessThan(asked - 1e-9);
        }
    }

    @Test
    void endsWhenItIsInterrupted() {
        Interruption interruption = new Interruption();
        interruption.ask();
        try (LinearProgrammeSession session = new Covering(1, 30, 60).open(engine)) {
            assertThat(
                            session.solve(SimplexMethod.DUAL, SolveLimit.NONE.until(interruption))
                                    .status())
                    .isEqualTo(LinearStatus.INTERRUPTED);
            assertThat(session.solve(SimplexMethod.DUAL, SolveLimit.NONE).isOptimal()).isTrue();
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        LinearProgrammeSession session = engine.open();
        session.close();
        session.close();
        assertThatThrownBy(() -> session.solve(SimplexMethod.DUAL, SolveLimit.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The linear programme is closed.");
    }

    @Test
    void refusesEntriesOutsideTheProgramme() {
        try (LinearProgrammeSession session = engine.open()) {
            assertThatThrownBy(() -> session.addColumns(pattern(0, 1)))
                    .hasMessage("The row (0) of an entry must lie within the rows (0).");
            assertThatThrownBy(() -> session.changeCosts(new int[] {0}, new double[] {Double.NaN}))
                    .hasMessage("The column (0) of an entry must lie within the columns (0).");
        }
    }

    private static double objective(LinearProgrammeSession session) {
        LinearSolution solution = session.solve(SimplexMethod.DUAL, SolveLimit.NONE);
        assertThat(solution.status()).isEqualTo(LinearStatus.OPTIMAL);
        return solution.objective();
    }

    private static ColumnBlock pattern(int width, int times) {
        return new ColumnBlock.Builder().entry(width, times).endColumn(1, 0, NONE).build();
    }

    private static ColumnBlock pattern(int[] times) {
        ColumnBlock.Builder builder = new ColumnBlock.Builder();
        for (int width = 0; width < times.length; width++) {
            if (times[width] > 0) {
                builder.entry(width, times[width]);
            }
        }
        return builder.endColumn(1, 0, NONE).build();
    }

    /** The pattern of a roll of 100 that is worth most, by trying them all. */
    private static int[] pattern(int[] widths, double[] worth) {
        int[] best = new int[4];
        for (int a = 0; a <= 100 / widths[0]; a++) {
            for (int b = 0; a * widths[0] + b * widths[1] <= 100; b++) {
                for (int c = 0; a * widths[0] + b * widths[1] + c * widths[2] <= 100; c++) {
                    int left = 100 - a * widths[0] - b * widths[1] - c * widths[2];
                    int[] one = {a, b, c, left / widths[3]};
                    best = value(one, worth) > value(best, worth) + 1e-12 ? one : best;
                }
            }
        }
        return best;
    }

    private static double value(int[] times, double[] worth) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] * worth[i];
        }
        return sum;
    }

    /** A feasible and bounded covering programme: each row is covered by three columns or more. */
    private static final class Covering {
        private final int rows;
        private final int columns;
        private final long seed;
        private final double[] demand;

        private Covering(long seed, int rows, int columns) {
            this.seed = seed;
            this.rows = rows;
            this.columns = columns;
            this.demand = new Random(seed).doubles(rows, 10, 60).toArray();
        }

        private void moveDemand(double share) {
            Random random = new Random(seed + 1);
            for (int row = 0; row < rows; row++) {
                if (random.nextDouble() < share) {
                    demand[row] *= 1.5;
                }
            }
        }

        private double[] left(int from, int to) {
            return java.util.Arrays.copyOfRange(demand, from, to);
        }

        private double[] right(int count) {
            double[] right = new double[count];
            java.util.Arrays.fill(right, NONE);
            return right;
        }

        private ColumnBlock columns(int from, int to) {
            ColumnBlock.Builder builder = new ColumnBlock.Builder();
            Random random = new Random(seed * 31);
            for (int column = 0; column < to; column++) {
                double cost = 1 + random.nextInt(9);
                double[] values = random.doubles(3, 1, 5).toArray();
                int second = 1 + random.nextInt(rows / 2);
                if (column >= from) {
                    builder.entry(column % rows, values[0])
                            .entry((column + second) % rows, values[1])
                            .endColumn(cost, 0, NONE);
                }
            }
            return builder.build();
        }

        private LinearProgrammeSession open(ScipEngine engine) {
            LinearProgrammeSession session = engine.open();
            session.addRows(RowBlock.empty(left(0, rows), right(rows)));
            session.addColumns(columns(0, columns));
            return session;
        }

        private double solved(ScipEngine engine) {
            try (LinearProgrammeSession session = open(engine)) {
                return objective(session);
            }
        }
    }
}
