package io.quartermaster.pipelines.replenishment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.optimisation.BranchAndBound;
import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.domain.optimisation.LinearBasis;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SolverSandboxTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final long ENOUGH = 2L << 30;
    private static final long PATIENCE_SECONDS = 120;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private LinearProgrammingEngine linear;
    private IntegerProgrammingEngine integer;

    @BeforeEach
    void scipIsThere() {
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        assumeTrue(platform.equals("Linux-amd64"), "skipped: no SCIP for " + platform);
        linear = ServiceLoader.load(LinearProgrammingEngine.class).findFirst().orElseThrow();
        integer =
                ServiceLoader.load(IntegerProgrammingEngine.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(engine -> engine.name().equals("scip"))
                        .findFirst()
                        .orElseThrow();
    }

    @AfterEach
    void endTheThread() {
        thread.shutdownNow();
    }

    @Test
    void probesTheEngineWhereItWorks() {
        try (SolverSandbox sandbox = processes()) {
            assertThat(sandbox.linear(linear).probe())
                    .isEqualTo(EngineStatus.available("scip", "10.0.0", "cpu"));
            assertThat(sandbox.integer(integer).probe())
                    .isEqualTo(EngineStatus.available("scip", "10.0.0", "cpu"));
            assertThat(sandbox.processesStarted()).isEqualTo(1);
        }
    }

    @Test
    void solvesLinearProgrammesAlikeInThreadsAndProcesses() {
        try (SolverSandbox threads = new SolverSandbox(SolverSandbox.Isolation.THREAD, ENOUGH);
                SolverSandbox processes = processes()) {
            for (int seed = 1; seed <= 10; seed++) {
                List<Object> inThread = story(threads.linear(linear), seed);
                List<Object> inProcess = story(processes.linear(linear), seed);
                assertThat(inProcess)
                        .as("seed %d", seed)
                        .usingRecursiveFieldByFieldElementComparator()
                        .containsExactlyElementsOf(inThread);
            }
            assertThat(processes.processesStarted()).isEqualTo(1);
        }
    }

    @Test
    void solvesIntegerProgrammesAlikeInThreadsAndProcesses() {
        try (SolverSandbox threads = new SolverSandbox(SolverSandbox.Isolation.THREAD, ENOUGH);
                SolverSandbox processes = processes()) {
            for (int rows = 1; rows <= 6; rows++) {
                IntegerProgramme programme = knapsacks(25, rows);
                assertThat(processes.integer(integer).solve(programme, 0))
                        .usingRecursiveComparison()
                        .isEqualTo(threads.integer(integer).solve(programme, 0));
            }
            IntegerProgramme.Builder infeasible = new IntegerProgramme.Builder();
            infeasible.choice(1);
            infeasible.row("free", 0, new double[] {1}, 1).row("two", 2, new double[] {1}, NONE);
            assertThat(processes.integer(integer).conflict(infeasible.build(), 0))
                    .containsExactly(1);
        }
    }

    @Test
    void refusesInAProcessWhatItRefusesInAThread() {
        try (SolverSandbox sandbox = processes();
                LinearProgrammeSession session = sandbox.linear(linear).open()) {
            assertThatThrownBy(() -> session.removeColumns(new int[] {0}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The column (0) of an entry must lie within the columns (0).");
        }
    }

    @Test
    void solvesAgainWhenTheProcessIsKilledInTheMiddle() throws Exception {
        IntegerProgramme hard = knapsacks(300, 20);
        IntegerSearch search = IntegerSearch.nodes(40);
        try (SolverSandbox sandbox = processes()) {
            Future<IntegerSolution> solving =
                    thread.submit(() -> sandbox.integer(integer).solve(hard, search));
            assertThatThrownBy(() -> solving.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            killChildren();
            IntegerSolution found = solving.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(found).usingRecursiveComparison().isEqualTo(integer.solve(hard, search));
            assertThat(sandbox.processesStarted()).isEqualTo(2);
        }
    }

    @Test
    void goesOnWithASessionWhoseProcessWasKilled() {
        try (SolverSandbox sandbox = processes();
                LinearProgrammeSession session = covering(sandbox.linear(linear), 3, 20, 50)) {
            double before = session.solve(SimplexMethod.DUAL, SolveLimit.NONE).objective();
            killChildren();
            assertThat(session.solve(SimplexMethod.DUAL, SolveLimit.NONE).objective())
                    .isCloseTo(before, within(1e-9));
            killChildren();
            assertThatThrownBy(() -> session.solve(SimplexMethod.DUAL, SolveLimit.NONE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the solver process ended by itself (code 137)");
        }
    }

    @Test
    void saysThatTheNativeLibraryIsMissing() {
        try (SolverSandbox sandbox =
                new SolverSandbox(
                        SolverSandbox.Isolation.PROCESS, ENOUGH, List.of("-Dos.arch=none"))) {
            LinearProgrammingEngine engine = sandbox.linear(linear);
            assertThat(engine.probe())
                    .isEqualTo(EngineStatus.missing("scip", "there is no library for Linux-none"));
            assertThatThrownBy(engine::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("SCIP is not available: there is no library for Linux-none.");
        }
    }

    @Test
    void saysThatNoProcessCanLive() {
        try (SolverSandbox sandbox =
                new SolverSandbox(SolverSandbox.Isolation.PROCESS, ENOUGH, List.of("-Xnone"))) {
            assertThat(sandbox.linear(linear).probe().reason())
                    .isEqualTo("the solver process ended by itself (code 1)");
        }
    }

    @Test
    void endsAtTheDeadlineOfASecond() {
        IntegerProgramme hard = knapsacks(300, 20);
        try (SolverSandbox sandbox = processes()) {
            IntegerSolution late =
                    sandbox.integer(integer).solve(hard, IntegerSearch.EXACT.within(1));
            assertThat(late.status()).isEqualTo(IntegerSolution.Status.TIME_LIMIT);
        }
    }

    @Test
    void endsWhatIsUnderWayWhenItStops() throws Exception {
        IntegerProgramme hard = knapsacks(300, 20);
        for (SolverSandbox.Isolation isolation : SolverSandbox.Isolation.values()) {
            try (SolverSandbox sandbox = new SolverSandbox(isolation, ENOUGH)) {
                IntegerProgrammingEngine engine = sandbox.integer(integer);
                Future<IntegerSolution> solving =
                        thread.submit(() -> engine.solve(hard, IntegerSearch.EXACT));
                assertThatThrownBy(() -> solving.get(1, TimeUnit.SECONDS))
                        .isInstanceOf(TimeoutException.class);
                sandbox.stop();
                assertThat(solving.get(PATIENCE_SECONDS, TimeUnit.SECONDS).status())
                        .isEqualTo(IntegerSolution.Status.INTERRUPTED);
            }
        }
    }

    @Test
    void killsAProcessThatTakesTooMuchMemory() {
        long little = 30L << 20;
        try (SolverSandbox sandbox = new SolverSandbox(SolverSandbox.Isolation.PROCESS, little)) {
            IntegerSolution solution =
                    sandbox.integer(integer).solve(knapsacks(300, 20), IntegerSearch.EXACT);
            assertThat(solution.status()).isEqualTo(IntegerSolution.Status.MEMORY_LIMIT);
            assertThat(sandbox.memoryBytes()).isGreaterThan(little);
        }
    }

    @Test
    void endsItsProcessesWhenItIsClosed() throws Exception {
        SolverSandbox sandbox = processes();
        assertThat(sandbox.linear(linear).probe().available()).isTrue();
        List<ProcessHandle> children = children();
        assertThat(children).isNotEmpty();
        sandbox.close();
        for (ProcessHandle child : children) {
            child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(sandbox.linear(linear).probe().reason())
                .isEqualTo("the solver was closed with its task");
    }

    @Test
    void solvesInAProcessWithThePlainTwinToo() {
        IntegerProgramme programme = knapsacks(10, 2);
        try (SolverSandbox sandbox = processes()) {
            assertThat(sandbox.integer(new BranchAndBound()).solve(programme, 0))
                    .usingRecursiveComparison()
                    .isEqualTo(new BranchAndBound().solve(programme, 0));
        }
    }

    private static SolverSandbox processes() {
        return new SolverSandbox(SolverSandbox.Isolation.PROCESS, ENOUGH);
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(
                        child ->
                                child.info()
                                        .commandLine()
                                        .orElse("")
                                        .contains(SolverProcess.class.getName()))
                .toList();
    }

    /** As kill -9 does. */
    private static void killChildren() {
        List<ProcessHandle> children = children();
        assertThat(children).isNotEmpty();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    /** Grows, changes, shrinks and starts anew; everything that can be read on the way. */
    private static List<Object> story(LinearProgrammingEngine engine, long seed) {
        List<Object> read = new ArrayList<>();
        LinearBasis basis;
        try (LinearProgrammeSession session = covering(engine, seed, 30, 70)) {
            read.add(session.solve(SimplexMethod.DUAL, SolveLimit.NONE));
            session.changeSides(new int[] {3}, new double[] {99}, new double[] {NONE});
            session.changeCosts(new int[] {1, 2}, new double[] {3, 8});
            session.changeBounds(new int[] {0}, new double[] {0}, new double[] {1});
            read.add(session.solve(SimplexMethod.PRIMAL, SolveLimit.NONE));
            session.addColumns(new ColumnBlock.Builder().entry(3, 9).endColumn(1, 0, NONE).build());
            read.add(session.solve(SimplexMethod.PRIMAL, SolveLimit.NONE));
            session.addRows(new RowBlock.Builder().entry(70, 1).endRow(-NONE, 2).build());
            session.removeColumns(new int[] {5, 6});
            LinearSolution last = session.solve(SimplexMethod.DUAL, SolveLimit.NONE);
            assertThat(last.isOptimal()).isTrue();
            assertThat(last.x()).hasSize(session.columns());
            assertThat(last.duals()).hasSize(session.rows());
            read.add(last);
            basis = session.basis();
            read.add(basis);
            session.addRows(new RowBlock.Builder().entry(0, 1).endRow(1e9, NONE).build());
            read.add(session.solve(SimplexMethod.DUAL, SolveLimit.NONE).status());
            read.add(session.infeasibilityProof());
        }
        return read;
    }

    private static LinearProgrammeSession covering(
            LinearProgrammingEngine engine, long seed, int rows, int columns) {
        Random random = new Random(seed);
        LinearProgrammeSession session = engine.open();
        double[] right = new double[rows];
        Arrays.fill(right, NONE);
        session.addRows(RowBlock.empty(random.doubles(rows, 10, 60).toArray(), right));
        ColumnBlock.Builder builder = new ColumnBlock.Builder();
        for (int column = 0; column < columns; column++) {
            builder.entry(column % rows, 1 + random.nextInt(4))
                    .entry((column + 1 + random.nextInt(rows / 2)) % rows, 1 + random.nextInt(4))
                    .endColumn(1 + random.nextInt(9), 0, NONE);
        }
        session.addColumns(builder.build());
        return session;
    }

    /** Several knapsacks at once, which take SCIP long when there are many. */
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
}
