package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.replenishment.PlainProgramme;
import io.quartermaster.domain.replenishment.PlainSolution;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import io.quartermaster.pipelines.replenishment.sandbox.SolverSandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.function.ThrowingRunnable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolvePoolTest {

    private static final int GROUPS = 12;
    private static final long PATIENCE_SECONDS = 30;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void solvesAsManyPlansAtATimeAsItMayAndNoMore(int limit) throws Exception {
        CountingEngine engine = new CountingEngine(limit);
        ReplenishmentPlanner planner =
                new ReplenishmentPlanner(Optional.of(engine), "", 0, SelectionEffort.USUAL);
        SolvePool pool =
                new SolvePool(
                        planner,
                        new SolverSandbox(SolverSandbox.Isolation.THREAD, 1 << 30),
                        Double.POSITIVE_INFINITY,
                        limit,
                        false,
                        new Mailbox());
        Map<String, SolvePool.Solved> plans;
        try {
            plans = pool.solve(groups());
        } finally {
            pool.close();
        }
        assertThat(plans.keySet()).isEqualTo(groups().keySet());
        assertThat(engine.use().calls()).isEqualTo(GROUPS);
        assertThat(engine.mostAtOnce).hasValue(limit);
        assertThat(engine.threads).hasSize(limit).doesNotContain(Thread.currentThread().getId());
    }

    private static Map<String, SolvePool.Task> groups() {
        ReplenishmentProblem nothing = new ReplenishmentProblem(1, List.of(), List.of(), List.of());
        Map<String, SolvePool.Task> groups = new TreeMap<>();
        for (int i = 0; i < GROUPS; i++) {
            String supplier = "supplier-%02d".formatted(i);
            groups.put(
                    supplier,
                    new SolvePool.Task(
                            new SupplierGroup(
                                    supplier, LocalDate.of(2026, 3, 2), nothing, List.of()),
                            new double[0][],
                            Optional.empty()));
        }
        return groups;
    }

    /** A stand-in whose solves each wait until as many are under way as there may be. */
    private static final class CountingEngine implements LinearProgrammingEngine {
        private final EngineUse use = new EngineUse();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final Set<Long> threads = ConcurrentHashMap.newKeySet();
        private final CyclicBarrier together;

        private CountingEngine(int expectedAtOnce) {
            together = new CyclicBarrier(expectedAtOnce);
        }

        @Override
        public LinearProgrammeSession open() {
            throw new UnsupportedOperationException("No session is opened here.");
        }

        @Override
        public PlainSolution solve(PlainProgramme programme, SolveLimit limit) {
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            threads.add(Thread.currentThread().getId());
            use.called(1);
            try {
                together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new AssertionError("Fewer solves are under way than there may be.", e);
            } finally {
                running.decrementAndGet();
            }
            return PlainSolution.without(LinearStatus.ITERATION_LIMIT, 1);
        }

        @Override
        public EngineUse use() {
            return use;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public EngineStatus probe() {
            return EngineStatus.available(name(), "", "cpu");
        }
    }

    /** The mailbox of a task whose thread is the test's own. */
    private static final class Mailbox implements MailboxExecutor {
        private final BlockingQueue<ThrowingRunnable<? extends Exception>> mails =
                new LinkedBlockingQueue<>();

        @Override
        public void execute(
                MailOptions options,
                ThrowingRunnable<? extends Exception> mail,
                String description,
                Object... arguments) {
            mails.add(mail);
        }

        @Override
        public void yield() throws InterruptedException {
            ThrowingRunnable<? extends Exception> mail =
                    mails.poll(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(mail).as("a mail in time").isNotNull();
            run(mail);
        }

        @Override
        public boolean tryYield() {
            ThrowingRunnable<? extends Exception> mail = mails.poll();
            if (mail != null) {
                run(mail);
            }
            return mail != null;
        }

        @Override
        public boolean shouldInterrupt() {
            return false;
        }

        private static void run(ThrowingRunnable<? extends Exception> mail) {
            try {
                mail.run();
            } catch (Exception e) {
                throw new FlinkRuntimeException(e);
            }
        }
    }
}
