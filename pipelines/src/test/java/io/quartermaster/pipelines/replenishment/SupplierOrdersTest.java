package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** One item that sells four a day, counted stock, and plans a week apart. */
@SuppressWarnings("try") // a harness may be interrupted while it closes
class SupplierOrdersTest {

    private static final LocalDate EVE = LocalDate.of(2026, 3, 1);

    private int steps;

    @Test
    void approvesSmallOrdersByRule() throws Exception {
        Configuration options = told();
        options.set(OrderLifeOptions.APPROVE_UP_TO, 1e6);
        try (var harness = new SupplierHarness(options)) {
            firstPlan(harness);
            assertThat(harness.orders())
                    .extracting(order -> order.revision() + " " + order.state().label())
                    .containsExactly("1 proposed", "2 approved");
        }
    }

    @Test
    void anOrderThatNobodyApprovesLapses() throws Exception {
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            long first = harness.orders().get(0).quantity();
            secondPlan(harness);
            List<PurchaseOrder> all = harness.orders();
            assertThat(all)
                    .extracting(order -> order.state().label())
                    .containsExactly("proposed", "cancelled", "proposed");
            assertThat(all.get(1).reason())
                    .isEqualTo("nobody approved it by " + all.get(0).orderDay());
            assertThat(all.get(2).quantity()).as("nothing is on its way").isEqualTo(first);
        }
    }

    @Test
    void approvedAndConfirmedOrdersBindTheNextPlan() throws Exception {
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            PurchaseOrder order = harness.orders().get(0);
            step(harness, order, PurchaseState.APPROVED, 0, 1);
            step(harness, order, PurchaseState.CONFIRMED, 0, 2);
            secondPlan(harness);
            assertThat(harness.orders())
                    .extracting(after -> after.state().label())
                    .containsExactly("proposed", "approved", "confirmed", "proposed");
            assertThat(last(harness).quantity())
                    .as("overdue, and still expected")
                    .isLessThan(lastAfter(PurchaseState.CANCELLED, 0));
        }
    }

    @Test
    void changedOrdersBindWithTheirNewQuantity() throws Exception {
        long few = lastAfter(PurchaseState.CHANGED, 2);
        long many = lastAfter(PurchaseState.CHANGED, 40);
        assertThat(few).isGreaterThan(many);
        assertThat(lastAfter(PurchaseState.CANCELLED, 0)).isGreaterThanOrEqualTo(few);
    }

    @Test
    void receivedOrdersAreStock() throws Exception {
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            PurchaseOrder order = harness.orders().get(0);
            step(harness, order, PurchaseState.APPROVED, 0, 1);
            step(harness, order, PurchaseState.RECEIVED, 30, 4);
            secondPlan(harness);
            var summaries = harness.side(SupplierPlanOperator.SUMMARIES);
            assertThat(summaries).extracting(PlanSummary::stockUnits).containsExactly(9L, 39L);
            assertThat(summaries.get(1).stockValue())
                    .isEqualByComparingTo(
                            summaries
                                    .get(0)
                                    .stockValue()
                                    .add(order.unitCost().multiply(BigDecimal.valueOf(30))));
        }
    }

    /** A lot that bears the number is the receipt, whether a step has told of it or not. */
    @Test
    void aLotOfTheOrdersNumberIsItsReceipt() throws Exception {
        for (boolean stepFirst : new boolean[] {false, true}) {
            try (var harness = new SupplierHarness(told())) {
                firstPlan(harness);
                PurchaseOrder order = harness.orders().get(0);
                step(harness, order, PurchaseState.APPROVED, 0, 1);
                if (stepFirst) {
                    step(harness, order, PurchaseState.RECEIVED, 0, 2);
                }
                LocalDate day = EVE.plusDays(3);
                send(
                        harness,
                        SupplyEvent.of(
                                SupplyStory.lot(
                                        "I0",
                                        "main",
                                        order.purchaseOrder(),
                                        day,
                                        order.quantity(),
                                        new BigDecimal("3"))),
                        day,
                        0);
                secondPlan(harness);
                assertThat(harness.side(SupplierPlanOperator.SUMMARIES))
                        .extracting(PlanSummary::stockUnits)
                        .containsExactly(9L, 9 + order.quantity());
                assertThat(harness.orders())
                        .filteredOn(after -> after.state() == PurchaseState.RECEIVED)
                        .hasSize(1);
            }
        }
    }

    /** Both parts of a split delivery are stock; a step that told of all of it stands. */
    @Test
    void furtherLotsOfAnOrderAreStockToo() throws Exception {
        for (boolean stepFirst : new boolean[] {false, true}) {
            try (var harness = new SupplierHarness(told())) {
                firstPlan(harness);
                PurchaseOrder order = harness.orders().get(0);
                step(harness, order, PurchaseState.APPROVED, 0, 1);
                if (stepFirst) {
                    step(harness, order, PurchaseState.RECEIVED, 0, 2);
                }
                long rest = order.quantity() - 3;
                lot(harness, order, 3, 3);
                lot(harness, order, 4, rest);
                secondPlan(harness);
                assertThat(harness.side(SupplierPlanOperator.SUMMARIES))
                        .extracting(PlanSummary::stockUnits)
                        .containsExactly(9L, 9 + order.quantity());
                assertThat(harness.orders())
                        .filteredOn(after -> after.state() == PurchaseState.RECEIVED)
                        .extracting(PurchaseOrder::quantity)
                        .containsExactly(stepFirst ? order.quantity() : 3);
            }
        }
    }

    private static void lot(SupplierHarness harness, PurchaseOrder order, int day, long units)
            throws Exception {
        LocalDate on = EVE.plusDays(day);
        var lot =
                SupplyStory.lot(
                        "I0", "main", order.purchaseOrder(), on, units, new BigDecimal("3"));
        send(harness, SupplyEvent.of(lot), on, 0);
    }

    /** The order day goes on while events have the next days planned. */
    @Test
    void aProposalMayBeApprovedUntilItsDayIsOver() throws Exception {
        Configuration options = told();
        options.set(ReplanOptions.ON_EVENTS, true);
        try (var harness = new SupplierHarness(options)) {
            firstPlan(harness);
            PurchaseOrder order = harness.orders().get(0);
            LocalDate day = order.orderDay();
            SupplyEvent level = SupplyEvent.of(SupplyStory.level("I0", "main", day, 40));
            long nine = day.atTime(9, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
            harness.processElement(level.to("East"), nine);
            harness.processWatermark(nine + 2_000);
            assertThat(harness.side(SupplierPlanOperator.SUMMARIES))
                    .extracting(PlanSummary::planDay)
                    .containsExactly(EVE.plusDays(1), day.plusDays(1));
            int onDay = (int) (day.toEpochDay() - EVE.toEpochDay());
            step(harness, order, PurchaseState.APPROVED, 0, onDay);
            assertThat(harness.side(SupplierPlanOperator.REFUSED)).isEmpty();
            assertThat(harness.orders())
                    .filteredOn(after -> after.purchaseOrder().equals(order.purchaseOrder()))
                    .extracting(after -> after.state().label())
                    .containsExactly("proposed", "approved");
        }
    }

    @Test
    void anApprovalOfOtherUnitsIsRefused() throws Exception {
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            PurchaseOrder order = harness.orders().get(0);
            step(harness, order, PurchaseState.APPROVED, order.quantity() + 2, 1);
            assertThat(harness.side(SupplierPlanOperator.REFUSED))
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.reason()).contains("send (changed)"));
            assertThat(harness.orders()).hasSize(1);
        }
    }

    @Test
    void refusesStepsThatCannotBeTaken() throws Exception {
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            PurchaseOrder order = harness.orders().get(0);
            step(harness, order, PurchaseState.CONFIRMED, 0, 1);
            List<Quarantined> refused = harness.side(SupplierPlanOperator.REFUSED);
            assertThat(refused).hasSize(1);
            assertThat(refused.get(0).rule()).isEqualTo("order_life");
            assertThat(refused.get(0).reason()).contains("from (proposed) to (confirmed)");
            assertThat(refused.get(0).original())
                    .isEqualTo(
                            "step-1,2026-03-02T10:00:00Z,%s,East,confirmed,0,,"
                                    .formatted(order.purchaseOrder()));
            assertThat(harness.orders()).hasSize(1);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<PurchaseOrder> whole;
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            step(harness, harness.orders().get(0), PurchaseState.APPROVED, 0, 1);
            step(harness, harness.orders().get(0), PurchaseState.CHANGED, 8, 2);
            secondPlan(harness);
            whole = harness.orders();
        }
        steps = 0;
        OperatorSubtaskState snapshot;
        List<PurchaseOrder> parts;
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            step(harness, harness.orders().get(0), PurchaseState.APPROVED, 0, 1);
            snapshot = harness.snapshot(1, 1);
            parts = new ArrayList<>(harness.orders());
        }
        try (var harness = new SupplierHarness(told())) {
            harness.initializeState(snapshot);
            harness.open();
            step(harness, parts.get(0), PurchaseState.CHANGED, 8, 2);
            secondPlan(harness);
            parts.addAll(harness.orders());
        }
        assertThat(parts).isEqualTo(whole).hasSize(4);
    }

    /** The second plan's order, after the first one's was approved and has taken a step. */
    private long lastAfter(PurchaseState state, long quantity) throws Exception {
        try (var harness = new SupplierHarness(told())) {
            firstPlan(harness);
            PurchaseOrder order = harness.orders().get(0);
            step(harness, order, PurchaseState.APPROVED, 0, 1);
            step(harness, order, state, quantity, 2);
            secondPlan(harness);
            return last(harness).quantity();
        }
    }

    private static Configuration told() {
        Configuration options = new Configuration();
        options.set(OrderLifeOptions.SOURCE, OrderLifeOptions.Source.TOLD);
        options.set(ReplanOptions.ON_EVENTS, false);
        return options;
    }

    private static void firstPlan(SupplierHarness harness) throws Exception {
        harness.open();
        send(harness, SupplyEvent.of(SupplyStory.item("I0", "B", "East")), EVE, 0);
        LocalDate from = EVE.minusDays(30);
        send(harness, SupplyEvent.of(SupplyStory.terms("B", "East", 1, from, null)), EVE, 0);
        send(harness, SupplyEvent.of(SupplyStory.level("I0", "main", EVE, 9)), EVE, 1);
        plan(harness, EVE);
    }

    private static void secondPlan(SupplierHarness harness) throws Exception {
        plan(harness, EVE.plusDays(7));
    }

    private static void plan(SupplierHarness harness, LocalDate eve) throws Exception {
        harness.forecast("I0", eve, 4);
        harness.endDay(eve);
    }

    private void step(
            SupplierHarness harness,
            PurchaseOrder order,
            PurchaseState state,
            long quantity,
            int day)
            throws Exception {
        Instant time = EVE.plusDays(day).atTime(10, 0).toInstant(ZoneOffset.UTC);
        PurchaseStep step =
                new PurchaseStep(
                        "step-" + ++steps,
                        time,
                        "erp",
                        order.purchaseOrder(),
                        "East",
                        state,
                        quantity,
                        null,
                        "");
        harness.processElement(SupplyEvent.of(step), time.toEpochMilli());
        harness.processWatermark(time.toEpochMilli());
    }

    private static void send(SupplierHarness harness, SupplyEvent event, LocalDate day, int at)
            throws Exception {
        harness.processElement(
                event.to("East"), day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli() + at);
    }

    private static PurchaseOrder last(SupplierHarness harness) {
        List<PurchaseOrder> all = harness.orders();
        return all.get(all.size() - 1);
    }
}
