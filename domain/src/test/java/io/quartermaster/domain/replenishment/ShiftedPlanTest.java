package io.quartermaster.domain.replenishment;

import static io.quartermaster.domain.replenishment.ItemBuilder.item;
import static io.quartermaster.domain.replenishment.ItemBuilder.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShiftedPlanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final ReplenishmentProblem problem = problem(item("A", 5, 7, 3));
    private final SupplierPlan failed =
            ReplenishmentPlanner.greedy("the solver failed").plan(problem);

    @Test
    void movesOrdersOnByTheDaysThatHavePassed() {
        PlannedOrders orders =
                new PlannedOrders(DAY, new long[] {1, 2, 3, 4}, new double[] {9, 7, 7, 8, 2});
        assertThat(orders.from(DAY, 3)).containsExactly(1, 2, 3);
        assertThat(orders.from(DAY.plusDays(2), 3)).containsExactly(3, 4, -1);
        assertThat(orders.from(DAY.plusDays(9), 2)).containsExactly(-1, -1);
        assertThat(orders.from(DAY.minusDays(1), 3)).containsExactly(-1, 1, 2);
        assertThat(orders.expected(DAY.minusDays(1))).containsExactly(9, 9);
        assertThat(orders.expected(DAY)).containsExactly(7, 9);
        assertThat(orders.expected(DAY.plusDays(2))).containsExactly(7, 8);
        assertThat(orders.expected(DAY.plusDays(9))).containsExactly(2, 2);
    }

    /** The last plan orders all at once, which holding makes dearer; it stays near what it was. */
    @Test
    void servesWhereThePlanWasNotSolved() {
        SupplierPlan plan = ShiftedPlan.orElse(failed, new double[][] {{5, 7, 3}});
        assertThat(plan.solver()).isEqualTo("last-plan");
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.FALLBACK);
        assertThat(plan.reason()).isEqualTo("the solver failed; the last plan serves");
        assertThat(plan.plan().orders()).isDeepEqualTo(new long[][] {{5, 7, 3}});
        assertThat(plan.objective()).isEqualTo(plan.plan().cost().total());
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void isRepairedToTheRulesOfToday() {
        ReplenishmentProblem packs = problem(item("A", 5, 7, 3).pack(4).minUnits(8));
        SupplierPlan greedy = ReplenishmentPlanner.greedy("the solver failed").plan(packs);
        SupplierPlan plan = ShiftedPlan.orElse(greedy, new double[][] {{5, 7, 3}});
        assertThat(plan.solver()).isEqualTo("last-plan");
        for (long units : plan.plan().orders()[0]) {
            assertThat(units % 4).isZero();
            assertThat(units == 0 || units >= 8).isTrue();
        }
    }

    @Test
    void leavesThePlanWhereThereWasNoneBefore() {
        assertThat(ShiftedPlan.orElse(failed, new double[0][])).isSameAs(failed);
    }

    @Test
    void leavesAPlanThatWasSolvedOrCannotBe() {
        for (SupplierPlan.Status status :
                new SupplierPlan.Status[] {
                    SupplierPlan.Status.OPTIMAL, SupplierPlan.Status.INFEASIBLE
                }) {
            SupplierPlan plan =
                    new SupplierPlan(
                            failed.plan(),
                            failed.relaxation(),
                            "scip",
                            status,
                            failed.objective(),
                            0,
                            failed.capacityPrices(),
                            failed.volumePrices(),
                            failed.moneyPrices(),
                            failed.branches(),
                            failed.violations(),
                            "");
            assertThat(ShiftedPlan.orElse(plan, new double[][] {{5, 7, 3}})).isSameAs(plan);
        }
    }
}
