package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.PlanChanges;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.pipelines.replenishment.sandbox.SolverSandbox;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What is counted of plans and their events. */
final class PlanMeters {

    private final MetricGroup group;
    private final Counter late;
    private final Counter refused;
    private final Counter fallbacks;
    private final Counter millis;
    private final Counter replans;
    private final Counter changedOrders;
    private final Counter changedUnits;

    PlanMeters(MetricGroup group) {
        this.group = group;
        this.late = group.counter("late_total");
        this.refused = group.counter("refused_steps_total");
        this.fallbacks = group.counter("plan_fallbacks_total");
        this.millis = group.counter("plan_millis_total");
        this.replans = group.counter("replans_total");
        this.changedOrders = group.counter("plan_changed_orders_total");
        this.changedUnits = group.counter("plan_changed_units_total");
    }

    void watch(SolverSandbox sandbox) {
        group.<Long, Gauge<Long>>gauge("solver_memory_bytes", sandbox::memoryBytes);
        group.<Integer, Gauge<Integer>>gauge("solver_processes_started", sandbox::processesStarted);
    }

    void late() {
        late.inc();
    }

    void refused() {
        refused.inc();
    }

    /**
     * Counts a plan.
     *
     * @param regular whether it came by the calendar
     */
    void planned(SolvePool.Solved solved, PlanChanges changes, boolean regular) {
        millis.inc(solved.millis());
        changedOrders.inc(changes.orders());
        changedUnits.inc(changes.units());
        if (!regular) {
            replans.inc();
        }
        if (solved.plan().status() != SupplierPlan.Status.OPTIMAL) {
            fallbacks.inc();
        }
    }
}
