package io.quartermaster.domain.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How one plan of one supplier was made.
 *
 * @param planDay day the plan was made
 * @param supplier the supplier group planned
 * @param planVersion supplier, plan day and revision
 * @param solver engine that solved it, for example {@code scip} or {@code greedy}
 * @param status {@code optimal}, {@code infeasible}, {@code fallback}
 * @param objective cost of the repaired plan over the horizon, in currency units
 * @param bound the linear programme's optimum, a lower bound of the cost
 * @param lines number of plan lines
 * @param units units ordered
 * @param violations rules the audit found broken, 0 in a sound plan
 * @param reason why the solver fell back, empty if it did not
 * @param stockUnits units of the planned items on hand on the evening before
 * @param stockValue what the lots that are left cost; which ones are left is the lot order's choice
 * @param cause {@code calendar} or {@code events}
 * @param items number of items that were planned: those whose component was touched
 * @param changedOrders orders that are not as in the last version, over the days that both plan
 * @param changedUnits units by which they differ
 */
public record PlanSummary(
        LocalDate planDay,
        String supplier,
        String planVersion,
        String solver,
        String status,
        double objective,
        double bound,
        int lines,
        long units,
        int violations,
        String reason,
        long stockUnits,
        BigDecimal stockValue,
        String cause,
        int items,
        int changedOrders,
        long changedUnits) {}
