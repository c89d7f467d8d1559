package io.quartermaster.domain.replenishment;

import static io.quartermaster.domain.replenishment.ItemBuilder.item;
import static io.quartermaster.domain.replenishment.ItemBuilder.problem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GreedyPlannerTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Day 0 covers days 1 and 2 (12) and safety 2 with 4 left after day 0: 10, in packs of 4. */
    @Test
    void ordersUpToDemandUntilTheNextArrivalAndTheSafetyStock() {
        ReplenishmentProblem problem =
                problem(
                        item("A", 6, 6, 6, 6, 6)
                                .onHand(10)
                                .leadTimeDays(1)
                                .safetyStock(2)
                                .pack(4)
                                .orderDays(0, 2));
        assertThat(GreedyPlanner.plan(problem).orders())
                .isDeepEqualTo(new long[][] {{12, 0, 12, 0, 0}});
    }

    @Test
    void endsWithTheStockAimedAt() {
        ReplenishmentProblem problem = problem(item("A", 2, 2).onHand(4).endStock(9).orderDays(0));
        OrderPlan plan = GreedyPlanner.plan(problem);
        assertThat(plan.path(0).stock()[1]).isEqualTo(9);
    }

    @Test
    void ordersLessWhereCapacityBinds() {
        ReplenishmentProblem problem =
                problem(10, NONE, item("A", 8).pack(4), item("B", 8).pack(4));
        OrderPlan plan = GreedyPlanner.plan(problem);
        assertThat(plan.orders()).isDeepEqualTo(new long[][] {{8}, {0}});
        assertThat(PlanAudit.violations(plan)).isEmpty();
    }

    @Test
    void ordersNothingWhereTheSmallestOrderFindsNoRoom() {
        ReplenishmentProblem problem = problem(10, NONE, item("A", 8).minUnits(12));
        assertThat(GreedyPlanner.plan(problem).units()).isZero();
    }
}
