package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.NegotiationSheet;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.ShiftedPlan;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.domain.replenishment.WarmStart;
import io.quartermaster.pipelines.replenishment.sandbox.SolverSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Solves plans in threads of its own, as many at a time as it has threads. The task's thread only
 * waits, and works off its mailbox meanwhile: each solve reports by a mail.
 */
final class SolvePool {

    private static final Logger LOG = LoggerFactory.getLogger(SolvePool.class);

    /** A solve ends within a second of being stopped; this is for machines that are busy. */
    private static final long CLOSE_SECONDS = 30;

    private final ReplenishmentPlanner planner;
    private final SolverSandbox sandbox;
    private final double deadlineSeconds;
    private final boolean negotiationSheet;
    private final MailboxExecutor mailbox;
    private final ExecutorService threads;

    /**
     * What is to be planned.
     *
     * @param group the supplier's group
     * @param lastPlan units that its last plan orders by item and day of this one, empty for none
     * @param warm where to start from, empty for a plan from the beginning
     */
    record Task(SupplierGroup group, double[][] lastPlan, Optional<WarmStart> warm) {}

    /**
     * A supplier's plan.
     *
     * @param plan the plan
     * @param sheet what better terms are worth, without lines where that was not asked
     * @param millis wall time that the plan took
     */
    record Solved(SupplierPlan plan, NegotiationSheet sheet, long millis) {}

    /**
     * @param planner plans with engines of the sandbox
     * @param sandbox stops with the pool
     * @param deadlineSeconds wall time that a plan may take, infinite for no limit
     * @param negotiationSheet whether each plan comes with a negotiation sheet
     */
    SolvePool(
            ReplenishmentPlanner planner,
            SolverSandbox sandbox,
            double deadlineSeconds,
            int concurrentSolves,
            boolean negotiationSheet,
            MailboxExecutor mailbox) {
        this.planner = planner;
        this.sandbox = sandbox;
        this.deadlineSeconds = deadlineSeconds;
        this.negotiationSheet = negotiationSheet;
        this.mailbox = mailbox;
        this.threads =
                Executors.newFixedThreadPool(
                        concurrentSolves,
                        work -> {
                            Thread thread = new Thread(work, "solve-plan");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * The plans of all groups, by supplier. Called on the task's thread.
     *
     * @throws java.util.concurrent.ExecutionException when one failed
     */
    Map<String, Solved> solve(Map<String, Task> groups) throws Exception {
        Map<String, Solved> plans = new TreeMap<>();
        groups.forEach((supplier, task) -> threads.execute(new Solve(supplier, task, plans)));
        while (plans.size() < groups.size()) {
            mailbox.yield();
        }
        return plans;
    }

    private Solved solved(Task task) {
        ReplenishmentProblem problem = task.group().problem();
        long start = System.nanoTime();
        SupplierPlan made = planner.plan(problem, deadlineSeconds, task.warm());
        SupplierPlan plan = planner.solves() ? ShiftedPlan.orElse(made, task.lastPlan()) : made;
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        NegotiationSheet sheet =
                negotiationSheet
                        ? NegotiationSheet.of(problem, plan, item -> true, planner)
                        : new NegotiationSheet(List.of());
        return new Solved(plan, sheet, millis);
    }

    /** Stops what is under way, and ends the threads and the sandbox. */
    void close() throws InterruptedException {
        sandbox.stop();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A solve still runs {} seconds after its task has ended", CLOSE_SECONDS);
            }
        } finally {
            sandbox.close();
        }
    }

    /** One solve; its mail puts the plan into the map, on the task's thread. */
    private final class Solve extends FutureTask<Solved> {
        private final String supplier;
        private final Map<String, Solved> plans;

        private Solve(String supplier, Task task, Map<String, Solved> plans) {
            super(() -> solved(task));
            this.supplier = supplier;
            this.plans = plans;
        }

        @Override
        protected void done() {
            try {
                mailbox.execute(() -> plans.put(supplier, get()), "plan of %s", supplier);
            } catch (RejectedExecutionException e) {
                LOG.debug("The task has ended before the plan of {} was made", supplier, e);
            }
        }
    }
}
