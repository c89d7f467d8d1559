package io.quartermaster.engines.scipjni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScipLinearProgrammeTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @BeforeEach
    void scipIsThere() {
        ScipLibrary library = ScipLibrary.ofThisProcess();
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        assumeTrue(platform.equals("Linux-amd64"), "skipped: no SCIP for " + platform);
        assertThat(library.missing()).isEmpty();
    }

    /** Dantzig's wyndor example: max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18; 36 at (2, 6). */
    @Test
    void findsTheOptimumOfAKnownProgrammeWithItsShadowPrices() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            wyndor(programme);

            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.OPTIMAL);

            ScipLinearProgramme.Optimum optimum = programme.optimum();
            assertThat(optimum.objective()).isCloseTo(-36, within(1e-9));
            assertThat(optimum.primal()).containsExactly(new double[] {2, 6}, within(1e-9));
            assertThat(optimum.duals()).containsExactly(new double[] {0, -1.5, -1}, within(1e-9));
            assertThat(optimum.reducedCosts()).containsExactly(new double[] {0, 0}, within(1e-9));
        }
    }

    /** min 2x + 3y, x + y = 10, x <= 6: x at its limit costs 1 less than what it replaces. */
    @Test
    void givesTheReducedCostOfAVariableAtItsLimit() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            programme.load(
                    new double[] {2, 3},
                    new double[] {0, 0},
                    new double[] {6, NONE},
                    new double[] {10},
                    new double[] {10},
                    new int[] {0, 1, 2},
                    new int[] {0, 0},
                    new double[] {1, 1});

            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.OPTIMAL);

            ScipLinearProgramme.Optimum optimum = programme.optimum();
            assertThat(optimum.objective()).isCloseTo(24, within(1e-9));
            assertThat(optimum.duals()).containsExactly(new double[] {3}, within(1e-9));
            assertThat(optimum.reducedCosts()).containsExactly(new double[] {-1, 0}, within(1e-9));
        }
    }

    @Test
    void saysThatAProgrammeIsInfeasible() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            oneColumn(programme, 1, 3, 5);
            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.INFEASIBLE);
        }
    }

    @Test
    void saysThatAProgrammeIsUnbounded() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            programme.load(
                    new double[] {-1, 0},
                    new double[] {0, 0},
                    new double[] {NONE, NONE},
                    new double[] {1},
                    new double[] {1},
                    new int[] {0, 1, 2},
                    new int[] {0, 0},
                    new double[] {1, -1});
            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.UNBOUNDED);
        }
    }

    @Test
    void takesAnotherProgrammeAfterOne() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            oneColumn(programme, 1, 3, 5);
            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.INFEASIBLE);
            wyndor(programme);
            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.OPTIMAL);
            assertThat(programme.optimum().objective()).isCloseTo(-36, within(1e-9));
        }
    }

    @Test
    void stopsAtItsIterationLimit() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            random(programme, 7, 60, 80);
            assertThat(programme.solve(3)).isEqualTo(LinearProgrammeStatus.ITERATION_LIMIT);
            assertThat(programme.iterations()).isBetween(1L, 10L);
            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.OPTIMAL);
        }
    }

    @Test
    void stopsAtItsTimeLimitAndGoesOnWithoutOne() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            random(programme, 7, 300, 400);
            assertThat(programme.solve(false, 0, 1e-6, () -> false))
                    .isEqualTo(LinearProgrammeStatus.TIME_LIMIT);
            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.OPTIMAL);
        }
    }

    @Test
    void reachesTheSameOptimumUnderALimitThatDoesNotTrip() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            random(programme, 7, 60, 80);
            assertThat(programme.solve(false, 0, 600, () -> false))
                    .isEqualTo(LinearProgrammeStatus.OPTIMAL);
            assertThat(programme.optimum().primal()).containsExactly(solved(7, 60, 80));
        }
    }

    @Test
    void solvesAlikeInTwoThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<double[]> task = () -> solved(11, 80, 120);
            List<Future<double[]>> both = threads.invokeAll(List.of(task, task));
            assertThat(both.get(0).get()).containsExactly(both.get(1).get());
            assertThat(both.get(0).get()).containsExactly(solved(11, 80, 120));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Primal and dual objective agree: c'x = duals'b + reduced costs at limits. */
    @Test
    void isStronglyDualOnRandomProgrammes() {
        for (int seed = 1; seed <= 20; seed++) {
            try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
                double[] right = random(programme, seed, 15, 25);
                assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.OPTIMAL);
                ScipLinearProgramme.Optimum optimum = programme.optimum();
                double dual = 0;
                for (int row = 0; row < right.length; row++) {
                    dual += optimum.duals()[row] * right[row];
                }
                for (int column = 0; column < optimum.primal().length; column++) {
                    dual += optimum.reducedCosts()[column] * optimum.primal()[column];
                }
                assertThat(dual).as("seed %d", seed).isCloseTo(optimum.objective(), within(1e-6));
            }
        }
    }

    @Test
    void leavesNoMemoryBehindAfterManySolves() throws IOException {
        solveMany(300);
        long before = residentKilobytes();
        solveMany(1_500);
        assertThat(residentKilobytes() - before).isLessThan(48 * 1024);
    }

    @Test
    void refusesToWorkAfterItIsClosed() {
        ScipLinearProgramme programme = new ScipLinearProgramme();
        programme.close();
        programme.close();
        assertThatThrownBy(() -> programme.solve(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The linear programme is closed.");
    }

    @Test
    void refusesAMatrixThatDoesNotFit() {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            double[] one = {1};
            assertThatThrownBy(
                            () ->
                                    programme.load(
                                            one,
                                            one,
                                            one,
                                            one,
                                            one,
                                            new int[] {0, 1},
                                            new int[] {1},
                                            one))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The row (1) of an entry must lie within the rows (1).");
        }
    }

    private static void wyndor(ScipLinearProgramme programme) {
        programme.load(
                new double[] {-3, -5},
                new double[] {0, 0},
                new double[] {NONE, NONE},
                new double[] {-NONE, -NONE, -NONE},
                new double[] {4, 12, 18},
                new int[] {0, 2, 4},
                new int[] {0, 2, 1, 2},
                new double[] {1, 3, 2, 2});
    }

    /** min cost x, x = wanted, 0 <= x <= upper. */
    private static void oneColumn(
            ScipLinearProgramme programme, double cost, double upper, double wanted) {
        programme.load(
                new double[] {cost},
                new double[] {0},
                new double[] {upper},
                new double[] {wanted},
                new double[] {wanted},
                new int[] {0, 1},
                new int[] {0},
                new double[] {1});
    }

    /** A covering programme Ax = b with slack columns, feasible and bounded; returns b. */
    private static double[] random(
            ScipLinearProgramme programme, long seed, int rows, int columns) {
        Random random = new Random(seed);
        int all = columns + 2 * rows;
        double[] cost = new double[all];
        double[] upper = new double[all];
        int[] starts = new int[all + 1];
        int[] entryRows = new int[columns * 3 + 2 * rows];
        double[] values = new double[entryRows.length];
        int entry = 0;
        for (int column = 0; column < all; column++) {
            starts[column] = entry;
            boolean slack = column >= columns;
            cost[column] = slack ? (column < columns + rows ? 0.1 : 50) : 1 + random.nextInt(9);
            upper[column] = slack ? NONE : 5 + random.nextInt(20);
            int first = slack ? (column - columns) % rows : random.nextInt(rows);
            for (int i = 0; i < (slack ? 1 : 3); i++) {
                entryRows[entry] = (first + i * 4) % rows;
                values[entry++] =
                        slack ? (column < columns + rows ? -1 : 1) : 1 + random.nextInt(4);
            }
        }
        starts[all] = entry;
        double[] right = new double[rows];
        for (int row = 0; row < rows; row++) {
            right[row] = 10 + random.nextInt(50);
        }
        programme.load(cost, new double[all], upper, right, right, starts, entryRows, values);
        return right;
    }

    private static double[] solved(long seed, int rows, int columns) {
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            random(programme, seed, rows, columns);
            assertThat(programme.solve(0)).isEqualTo(LinearProgrammeStatus.OPTIMAL);
            return programme.optimum().primal();
        }
    }

    private static void solveMany(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(solved(i % 50, 40, 60)).hasSize(140);
        }
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
