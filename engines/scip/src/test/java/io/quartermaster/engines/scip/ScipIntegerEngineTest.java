package io.quartermaster.engines.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.optimisation.BranchAndBound;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.domain.optimisation.Interruption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScipIntegerEngineTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private IntegerProgrammingEngine engine;

    @BeforeEach
    void scipIsThere() {
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        assumeTrue(platform.equals("Linux-amd64"), "skipped: no SCIP for " + platform);
        engine = IntegerProgrammingEngines.engine(IntegerProgrammingEngines.choose("auto"));
    }

    @Test
    void isWhatAutoTakes() {
        assertThat(engine).isInstanceOf(ScipIntegerEngine.class);
        assertThat(engine.probe()).isEqualTo(EngineStatus.available("scip", "10.0.0", "cpu"));
    }

    /**
     * Weights 5, 7, 4, 3 of 14, values 8, 11, 6, 4 (Winston, Operations Research): 21 of 2, 3, 4.
     */
    @Test
    void solvesAKnownKnapsack() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (double value : new double[] {8, 11, 6, 4}) {
            builder.choice(-value);
        }
        builder.row("weight", -NONE, new double[] {5, 7, 4, 3}, 14);

        IntegerSolution solution = engine.solve(builder.build(), 0);

        assertThat(solution.status()).isEqualTo(IntegerSolution.Status.OPTIMAL);
        assertThat(solution.objective()).isEqualTo(-21);
        assertThat(solution.bound()).isCloseTo(-21, within(1e-6));
        assertThat(solution.x()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void saysWhatIsInfeasibleAndWhatIsUnbounded() {
        IntegerProgramme.Builder infeasible = new IntegerProgramme.Builder();
        infeasible.choice(1);
        infeasible.choice(1);
        infeasible.row("equal", 1, new double[] {2, 2}, 1);
        IntegerProgramme.Builder unbounded = new IntegerProgramme.Builder();
        unbounded.column(-1, 0, NONE, false);
        unbounded.choice(1);
        unbounded.row("free", 0, new double[] {1, 1}, NONE);

        assertThat(engine.solve(infeasible.build(), 0).status())
                .isEqualTo(IntegerSolution.Status.INFEASIBLE);
        assertThat(engine.solve(unbounded.build(), 0).status())
                .isEqualTo(IntegerSolution.Status.UNBOUNDED);
    }

    @Test
    void solvesProgrammesWithoutRowsOrWithoutColumns() {
        IntegerProgramme.Builder noRows = new IntegerProgramme.Builder();
        noRows.choice(-3);
        noRows.column(2, 1, 5, true);
        assertThat(engine.solve(noRows.build(), 0).objective()).isEqualTo(-1);
        IntegerSolution nothing = engine.solve(new IntegerProgramme.Builder().build(), 0);
        assertThat(nothing.status()).isEqualTo(IntegerSolution.Status.OPTIMAL);
        assertThat(nothing.objective()).isZero();
    }

    @Test
    void stopsAtItsLimitOfNodesWithABound() {
        IntegerProgramme programme = marketSplit();
        IntegerSolution stopped = engine.solve(programme, 1);
        assertThat(stopped.status()).isEqualTo(IntegerSolution.Status.NODE_LIMIT);
        assertThat(stopped.nodes()).isLessThanOrEqualTo(2);
        assertThat(stopped.bound()).isLessThanOrEqualTo(engine.solve(programme, 0).objective());
    }

    @Test
    void beginsWithTheSolutionThatItIsGiven() {
        IntegerProgramme programme = marketSplit();
        IntegerSolution known = engine.solve(programme, 0);
        IntegerSolution started = engine.solve(programme, IntegerSearch.nodes(1).from(known.x()));
        assertThat(started.objective()).isEqualTo(known.objective());
        assertThat(engine.solve(programme, 1).objective()).isGreaterThan(known.objective());
    }

    @Test
    void leavesOutAStartThatBreaksARow() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        builder.choice(-1);
        builder.choice(-1);
        builder.row("one", -NONE, new double[] {1, 1}, 1);
        IntegerSolution solution =
                engine.solve(builder.build(), IntegerSearch.EXACT.from(new double[] {1, 1}));
        assertThat(solution.objective()).isEqualTo(-1);
    }

    @Test
    void stopsAtEachOfItsLimits() {
        IntegerProgramme hard = knapsacks(200, 10);
        IntegerSolution near = engine.solve(hard, IntegerSearch.EXACT.toGap(0.02));
        assertThat(near.status()).isEqualTo(IntegerSolution.Status.GAP_LIMIT);
        assertThat(near.gap()).isLessThanOrEqualTo(0.02);
        IntegerSolution late = engine.solve(hard, IntegerSearch.EXACT.within(0.3));
        assertThat(late.status()).isEqualTo(IntegerSolution.Status.TIME_LIMIT);
        assertThat(late.bound()).isLessThanOrEqualTo(near.objective());
        IntegerSolution large = engine.solve(hard, IntegerSearch.EXACT.inMegabytes(5));
        assertThat(large.status()).isEqualTo(IntegerSolution.Status.MEMORY_LIMIT);
    }

    @Test
    void endsWithWhatItHasWhenAnotherThreadAsks() throws Exception {
        IntegerProgramme hard = knapsacks(300, 20);
        Interruption interruption = new Interruption();
        IntegerSearch search =
                IntegerSearch.EXACT.within(120).from(new double[300]).until(interruption);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<IntegerSolution> solving = pool.submit(() -> engine.solve(hard, search));
            assertThatThrownBy(() -> solving.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            interruption.ask();
            IntegerSolution found = solving.get(60, TimeUnit.SECONDS);
            assertThat(found.status()).isEqualTo(IntegerSolution.Status.INTERRUPTED);
            assertThat(found.objective()).isLessThan(0);
            assertThat(hard.isFeasible(found.x())).isTrue();
        } finally {
            pool.shutdownNow();
        }
        assertThat(engine.solve(hard, search).status())
                .isEqualTo(IntegerSolution.Status.INTERRUPTED);
    }

    /** Of infeasible programmes the rows found contradict each other, and none is left over. */
    @Test
    void namesRowsThatContradictEachOtherAndNoMore() {
        Random random = new Random(77);
        BranchAndBound twin = new BranchAndBound();
        int infeasible = 0;
        for (int round = 0; round < 120; round++) {
            IntegerProgramme programme = random(random, 3 + random.nextInt(6), 6);
            int[] rows = engine.conflict(programme, 0);
            if (twin.solve(programme.costless(), 0).status() != IntegerSolution.Status.INFEASIBLE) {
                assertThat(rows).as("round %d", round).isEmpty();
                continue;
            }
            infeasible++;
            List<IntegerProgramme.Row> part =
                    Arrays.stream(rows).mapToObj(programme.rows()::get).toList();
            assertThat(twin.solve(programme.with(part), 0).status())
                    .isEqualTo(IntegerSolution.Status.INFEASIBLE);
            for (int out = 0; out < part.size(); out++) {
                List<IntegerProgramme.Row> fewer = new ArrayList<>(part);
                fewer.remove(out);
                assertThat(twin.solve(programme.with(fewer), 0).status())
                        .as("round %d without row %d", round, rows[out])
                        .isEqualTo(IntegerSolution.Status.OPTIMAL);
            }
        }
        assertThat(infeasible).isGreaterThan(20);
    }

    @Test
    void equalsThePlainTwin() {
        Random random = new Random(20);
        BranchAndBound twin = new BranchAndBound();
        int optimal = 0;
        for (int round = 0; round < 60; round++) {
            IntegerProgramme programme =
                    random(random, 2 + random.nextInt(25), 1 + random.nextInt(9));
            IntegerSolution plain = twin.solve(programme, 0);
            IntegerSolution fast = engine.solve(programme, 0);
            assertThat(fast.status()).as("round %d", round).isEqualTo(plain.status());
            if (plain.isOptimal()) {
                optimal++;
                assertThat(fast.objective())
                        .as("round %d", round)
                        .isCloseTo(plain.objective(), within(1e-6));
            }
        }
        assertThat(optimal).isGreaterThan(20);
    }

    @Test
    void solvesInTwoThreadsAtOnce() throws Exception {
        IntegerProgramme programme = random(new Random(3), 24, 4);
        double wanted = engine.solve(programme, 0).objective();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Double> solve = () -> engine.solve(programme, 0).objective();
            for (Future<Double> found : pool.invokeAll(List.of(solve, solve, solve, solve))) {
                assertThat(found.get()).isEqualTo(wanted);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void countsItsCallsAndRows() {
        long calls = engine.use().calls();
        long rows = engine.use().rows();
        engine.solve(random(new Random(1), 4, 3), 0);
        assertThat(engine.use().calls()).isEqualTo(calls + 1);
        assertThat(engine.use().rows()).isEqualTo(rows + 3);
    }

    private static IntegerProgramme random(Random random, int columns, int rows) {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (int column = 0; column < columns; column++) {
            int kind = random.nextInt(5);
            double cost = Math.rint(random.nextGaussian() * 50) / 4;
            builder.column(cost, 0, kind == 0 ? 3 : 1, kind != 1);
        }
        for (int row = 0; row < rows; row++) {
            double[] dense = new double[columns];
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                dense[column] = random.nextInt(3) == 0 ? 0 : random.nextInt(19) - 5;
                sum += dense[column];
            }
            double right = Math.rint(sum * (0.2 + 0.6 * random.nextDouble()));
            double left = random.nextInt(4) == 0 ? right - 9 : -NONE;
            builder.row("row " + row, left, dense, right);
        }
        return builder.build();
    }

    /** Several knapsacks at once, which take SCIP seconds. */
    private static IntegerProgramme knapsacks(int choices, int rows) {
        Random random = new Random(1);
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (int column = 0; column < choices; column++) {
            builder.choice(-(10 + random.nextInt(90)));
        }
        for (int row = 0; row < rows; row++) {
            double[] dense = random.doubles(choices, 5, 100).map(Math::floor).toArray();
            builder.row("weight " + row, -NONE, dense, Arrays.stream(dense).sum() / 2);
        }
        return builder.build();
    }

    /** Rows of equal sums with slack that costs (Cornuejols and Dawande 1998): hard at the root. */
    private static IntegerProgramme marketSplit() {
        Random random = new Random(8);
        int choices = 16;
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (int column = 0; column < choices; column++) {
            builder.choice(0);
        }
        for (int row = 0; row < 2; row++) {
            int over = builder.column(1, 0, NONE, false);
            int under = builder.column(1, 0, NONE, false);
            double[] dense = new double[under + 1];
            double sum = 0;
            for (int column = 0; column < choices; column++) {
                dense[column] = random.nextInt(100);
                sum += dense[column];
            }
            dense[over] = -1;
            dense[under] = 1;
            builder.row("split " + row, Math.floor(sum / 2), dense, Math.floor(sum / 2));
        }
        return builder.build();
    }
}
