package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.NegotiationSheet;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.domain.replenishment.SupplierPlan;
import java.util.List;
import java.util.Map;
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

    /** A native solve cannot be interrupted; it is awaited this long when the task ends. */
    private static final long CLOSE_SECONDS = 30;

    private final ReplenishmentPlanner planner;
    private final boolean negotiationSheet;
    private final MailboxExecutor mailbox;
    private final ExecutorService threads;

    /**
     * A supplier's plan.
     *
     * @param plan the plan
     * @param sheet what better terms are worth, without lines where that was not asked
     */
    record Solved(SupplierPlan plan, NegotiationSheet sheet) {}

    /**
     * @param negotiationSheet whether each plan comes with a negotiation sheet
     */
    SolvePool(
            ReplenishmentPlanner planner,
            int concurrentSolves,
            boolean negotiationSheet,
            MailboxExecutor mailbox) {
        this.planner = planner;
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
    Map<String, Solved> solve(Map<String, SupplierGroup> groups) throws Exception {
        Map<String, Solved> plans = new TreeMap<>();
        groups.forEach((supplier, group) -> threads.execute(new Solve(supplier, group, plans)));
        while (plans.size() < groups.size()) {
            mailbox.yield();
        }
        return plans;
    }

    private Solved solved(ReplenishmentProblem problem) {
        SupplierPlan plan = planner.plan(problem);
        NegotiationSheet sheet =
                negotiationSheet
                        ? NegotiationSheet.of(problem, plan, item -> true, planner)
                        : new NegotiationSheet(List.of());
        return new Solved(plan, sheet);
    }

    /** Ends the threads; waits for a solve that is under way. */
    void close() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A solve still runs {} seconds after its task has ended", CLOSE_SECONDS);
        }
    }

    /** One solve; its mail puts the plan into the map, on the task's thread. */
    private final class Solve extends FutureTask<Solved> {
        private final String supplier;
        private final Map<String, Solved> plans;

        private Solve(String supplier, SupplierGroup group, Map<String, Solved> plans) {
            super(() -> solved(group.problem()));
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
