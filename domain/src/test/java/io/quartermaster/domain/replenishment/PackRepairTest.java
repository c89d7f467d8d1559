package io.quartermaster.domain.replenishment;

import static io.quartermaster.domain.replenishment.ItemBuilder.item;
import static io.quartermaster.domain.replenishment.ItemBuilder.problem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackRepairTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void leavesWholeOrdersAsTheyAre() {
        OrderPlan plan = PackRepair.repair(problem(item("A", 5, 7)), new double[][] {{5, 7}});
        assertThat(plan.orders()).isDeepEqualTo(new long[][] {{5, 7}});
    }

    /** 5 of 4 is 8; the second day still lacks 12 - 8 = 4. */
    @Test
    void roundsUpToPacksAndTakesTheExcessOffTheNextOrder() {
        OrderPlan plan =
                PackRepair.repair(problem(item("A", 5, 7).pack(4)), new double[][] {{5, 7}});
        assertThat(plan.orders()).isDeepEqualTo(new long[][] {{8, 4}});
    }

    @Test
    void raisesAnOrderToTheSmallestWhereThatPays() {
        OrderPlan plan =
                PackRepair.repair(problem(item("A", 5, 3).minUnits(8)), new double[][] {{5, 3}});
        assertThat(plan.orders()).isDeepEqualTo(new long[][] {{8, 0}});
    }

    /** One unit is wanted, but 500 would cost 1,000 against a lost sale of 10. */
    @Test
    void leavesOutAnOrderWhoseSmallestSizeCostsMoreThanItSaves() {
        OrderPlan plan =
                PackRepair.repair(problem(item("A", 0, 1).minUnits(500)), new double[][] {{1, 0}});
        assertThat(plan.units()).isZero();
    }

    @Test
    void keepsWithinTheSuppliersCapacity() {
        ReplenishmentProblem problem =
                problem(10, NONE, item("A", 5, 5).pack(3), item("B", 5, 5).pack(4));
        OrderPlan plan = PackRepair.repair(problem, new double[][] {{5, 5}, {5, 5}});
        assertThat(PlanAudit.violations(plan)).isEmpty();
        assertThat(plan.units()).isGreaterThanOrEqualTo(14);
    }

    @Test
    void keepsWithinThePlacesVolumeAndTheLargestStock() {
        ReplenishmentProblem problem =
                problem(
                        NONE,
                        12,
                        item("A", 0, 6).volume(1).pack(4).maxStock(6).orderDays(0),
                        item("B", 0, 6).volume(1).pack(5).orderDays(0));
        OrderPlan plan = PackRepair.repair(problem, new double[][] {{6, 0}, {6, 0}});
        assertThat(plan.orders()).isDeepEqualTo(new long[][] {{4, 0}, {5, 0}});
    }

    /** Order cost 100 a line, holding 0.1: three orders become one. */
    @Test
    void joinsOrdersWhereTheOrderCostIsHigh() {
        ReplenishmentProblem problem =
                problem(item("A", 5, 5, 5).costs(new ItemCosts(2, 100, 0.1, 50, 0, 0)));
        OrderPlan plan = PackRepair.repair(problem, new double[][] {{5, 5, 5}});
        assertThat(plan.orders()).isDeepEqualTo(new long[][] {{15, 0, 0}});
    }
}
