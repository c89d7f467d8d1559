package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.PlanChanges;
import io.quartermaster.domain.replenishment.PlanVersion;
import io.quartermaster.domain.replenishment.SupplierGroup;
import java.util.Optional;

/**
 * A plan that is due.
 *
 * @param task what is to be solved
 * @param last what the last version orders of it, by item and day
 * @param regular whether it comes by the calendar, and not since events have touched something
 */
record DuePlan(SolvePool.Task task, long[][] last, boolean regular) {

    /** The plan of a group of the state's current supplier. */
    static DuePlan of(
            SupplierGroup group, SupplierState state, ReplanOptions options, boolean regular)
            throws Exception {
        long[][] last = state.last(group);
        double[][] wanted = PlanMemory.wanted(last, group.problem().horizonDays());
        boolean warm = !regular && wanted.length > 0;
        SupplierGroup kept =
                options.nervousness() > 0 ? group.keeping(PlanMemory.kept(last, options)) : group;
        SolvePool.Task task =
                new SolvePool.Task(
                        kept,
                        wanted,
                        warm ? Optional.of(state.memory().warm(group, last)) : Optional.empty());
        return new DuePlan(task, last, regular);
    }

    SupplierGroup group() {
        return task.group();
    }

    PlanChanges changes(SolvePool.Solved solved) {
        return PlanChanges.between(last, solved.plan().plan().orders());
    }

    String cause() {
        return regular ? PlanVersion.CALENDAR : PlanVersion.EVENTS;
    }
}
