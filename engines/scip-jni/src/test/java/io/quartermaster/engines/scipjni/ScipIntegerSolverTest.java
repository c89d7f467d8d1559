package io.quartermaster.engines.scipjni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScipIntegerSolverTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @BeforeEach
    void scipIsThere() {
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        assumeTrue(platform.equals("Linux-amd64"), "skipped: no SCIP for " + platform);
        assertThat(ScipLibrary.ofThisProcess().missing()).isEmpty();
    }

    /** x binary, y whole, z a share: min -2x - 3y - z, x + y + z <= 2.5, z <= 0.75. */
    @Test
    void takesBinaryWholeAndContinuousColumns() {
        ScipIntegerProgramme programme =
                new ScipIntegerProgramme(
                        new double[] {-2, -3, -1},
                        new double[3],
                        new double[] {1, 9, 0.75},
                        new int[] {1, 1, 0},
                        new double[] {-NONE},
                        new double[] {2.5},
                        new int[] {0, 3},
                        new int[] {0, 1, 2},
                        new double[] {1, 1, 1});
        try (ScipIntegerSolver solver = new ScipIntegerSolver(programme)) {
            ScipIntegerSolver.Outcome outcome = solver.solve();
            assertThat(outcome.status()).isEqualTo(IntegerProgrammeStatus.OPTIMAL);
            assertThat(outcome.objective()).isCloseTo(-6.5, within(1e-9));
            assertThat(outcome.x()).containsExactly(new double[] {0, 2, 0.5}, within(1e-6));
            assertThat(outcome.bytes()).isPositive();
        }
    }

    @Test
    void endsAtOnceWhenItWasInterruptedBefore() {
        try (ScipIntegerSolver solver = new ScipIntegerSolver(knapsacks(1, 40))) {
            solver.interrupt();
            ScipIntegerSolver.Outcome outcome = solver.solve();
            assertThat(outcome.status()).isEqualTo(IntegerProgrammeStatus.INTERRUPTED);
            assertThat(outcome.x()).isEmpty();
        }
    }

    @Test
    void findsTheSameOptimumWithCutsAtTheRootOnly() {
        try (ScipIntegerSolver everywhere = new ScipIntegerSolver(knapsacks(4, 40));
                ScipIntegerSolver root = new ScipIntegerSolver(knapsacks(4, 40))) {
            root.cutAtRootOnly();
            ScipIntegerSolver.Outcome outcome = root.solve();
            assertThat(outcome.status()).isEqualTo(IntegerProgrammeStatus.OPTIMAL);
            assertThat(outcome.objective()).isCloseTo(everywhere.solve().objective(), within(1e-6));
        }
    }

    @Test
    void solvesAlikeInTwoThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<double[]> task = () -> solved(3);
            List<Future<double[]>> both = threads.invokeAll(List.of(task, task));
            assertThat(both.get(0).get()).containsExactly(both.get(1).get());
            assertThat(both.get(0).get()).containsExactly(solved(3));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesNoMemoryBehindAfterManySolves() throws IOException {
        solveMany(60);
        long before = residentKilobytes();
        int open = NativeHandle.open();
        solveMany(240);
        assertThat(NativeHandle.open()).isEqualTo(open);
        assertThat(residentKilobytes() - before).isLessThan(48 * 1024);
    }

    @Test
    void refusesToWorkAfterItIsClosed() {
        ScipIntegerSolver solver = new ScipIntegerSolver(knapsacks(1, 10));
        solver.close();
        solver.close();
        solver.interrupt();
        assertThatThrownBy(solver::solve)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The integer programme is closed.");
    }

    private static void solveMany(int times) {
        for (int seed = 0; seed < times; seed++) {
            assertThat(solved(seed % 20)).hasSize(20);
        }
    }

    private static double[] solved(long seed) {
        try (ScipIntegerSolver solver = new ScipIntegerSolver(knapsacks(seed, 20))) {
            return solver.solve().x();
        }
    }

    private static ScipIntegerProgramme knapsacks(long seed, int choices) {
        Random random = new Random(seed);
        int rows = 3;
        double[] upper = new double[choices];
        int[] whole = new int[choices];
        Arrays.fill(upper, 1);
        Arrays.fill(whole, 1);
        int[] starts = new int[rows + 1];
        int[] indexes = new int[rows * choices];
        double[] left = new double[rows];
        double[] right = new double[rows];
        for (int row = 0; row < rows; row++) {
            starts[row + 1] = (row + 1) * choices;
            left[row] = -NONE;
            right[row] = 25.0 * choices;
            for (int column = 0; column < choices; column++) {
                indexes[row * choices + column] = column;
            }
        }
        return new ScipIntegerProgramme(
                random.doubles(choices, -99, -10).toArray(),
                new double[choices],
                upper,
                whole,
                left,
                right,
                starts,
                indexes,
                random.doubles(indexes.length, 5, 100).toArray());
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
