package io.quartermaster.domain.replenishment;

import static io.quartermaster.domain.replenishment.ItemBuilder.item;
import static io.quartermaster.domain.replenishment.ItemBuilder.problem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanAuditTest {

    @Test
    void passesASoundPlan() {
        ReplenishmentProblem problem =
                problem(20, 100, item("A", 5, 5, 5).pack(5).minUnits(10).volume(2).leadTimeDays(1));
        assertThat(PlanAudit.violations(plan(problem, 10, 0, 0))).isEmpty();
    }

    @Test
    void findsAnOrderBelowZero() {
        assertThat(ruleBrokenBy(item("A", 5, 5, 5), -2, 0, 0)).startsWith("positive_quantity");
    }

    @Test
    void findsAnOrderOnADayWithoutOrders() {
        assertThat(ruleBrokenBy(item("A", 5, 5, 5).orderDays(0), 0, 4, 0)).isEqualTo("order_day");
    }

    @Test
    void findsAnOrderThatArrivesTooLate() {
        assertThat(ruleBrokenBy(item("A", 5, 5, 5).leadTimeDays(2), 0, 4, 0))
                .isEqualTo("arrival_within_horizon");
    }

    @Test
    void findsABrokenPack() {
        assertThat(ruleBrokenBy(item("A", 5, 5, 5).pack(6), 0, 4, 0)).isEqualTo("whole_packs");
    }

    @Test
    void findsAnOrderBelowTheSmallest() {
        assertThat(ruleBrokenBy(item("A", 5, 5, 5).minUnits(6), 0, 4, 0))
                .isEqualTo("smallest_order");
    }

    @Test
    void findsAnOrderAboveTheLargest() {
        assertThat(ruleBrokenBy(item("A", 5, 5, 5).maxUnits(3), 0, 4, 0))
                .isEqualTo("largest_order");
    }

    @Test
    void findsStockAboveTheLargest() {
        assertThat(ruleBrokenBy(item("A", 0, 0, 5).maxStock(3), 0, 4, 0))
                .isEqualTo("largest_stock");
    }

    @Test
    void findsTheSuppliersCapacityExceeded() {
        ReplenishmentProblem problem =
                problem(7, Double.POSITIVE_INFINITY, item("A", 5, 5), item("B", 5, 5));
        OrderPlan plan = new OrderPlan(problem, new long[][] {{4, 0}, {4, 0}});
        assertThat(PlanAudit.violations(plan))
                .containsExactly(
                        new PlanViolation("supplier_capacity", "S, day 0: 8.0 against 7.0"));
    }

    @Test
    void findsThePlacesVolumeExceeded() {
        ReplenishmentProblem problem =
                problem(Double.POSITIVE_INFINITY, 9, item("A", 0, 9).volume(2), item("B", 0, 9));
        OrderPlan plan = new OrderPlan(problem, new long[][] {{5, 0}, {4, 0}});
        assertThat(PlanAudit.violations(plan))
                .containsExactly(
                        new PlanViolation("volume_capacity", "main, day 0: 10.0 against 9.0"));
    }

    private static String ruleBrokenBy(ItemBuilder item, long... orders) {
        return PlanAudit.violations(plan(problem(item), orders)).get(0).rule();
    }

    private static OrderPlan plan(ReplenishmentProblem problem, long... orders) {
        return new OrderPlan(problem, new long[][] {orders});
    }
}
