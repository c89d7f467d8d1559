package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.PurchaseStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderLifeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private static final PurchaseOrder PROPOSED =
            new PurchaseOrder(
                    "PO-1",
                    "A",
                    "main",
                    "East",
                    "Corvino",
                    DAY,
                    DAY.plusDays(3),
                    20,
                    new BigDecimal("2.50"),
                    PurchaseState.PROPOSED,
                    "East-2026-03-02-r1",
                    false,
                    1,
                    NOON,
                    "");

    @Test
    void goesFromProposalToReceipt() {
        PurchaseOrder order = PROPOSED;
        for (PurchaseState state :
                EnumSet.of(
                        PurchaseState.APPROVED, PurchaseState.CONFIRMED, PurchaseState.RECEIVED)) {
            PurchaseStep step = step(state, 0, null);
            assertThat(OrderLife.objection(order, step)).isEmpty();
            order = OrderLife.after(order, step);
        }
        assertThat(order.state()).isEqualTo(PurchaseState.RECEIVED);
        assertThat(order.revision()).isEqualTo(4);
        assertThat(order.quantity()).isEqualTo(20);
        assertThat(order.awaited()).isFalse();
        assertThat(order.reason()).isEqualTo("told by erp");
    }

    @Test
    void bindsWithWhatWasChanged() {
        PurchaseOrder changed =
                OrderLife.after(PROPOSED, step(PurchaseState.CHANGED, 12, DAY.plusDays(6)));
        assertThat(changed.open())
                .isEqualTo(new OpenOrder("PO-1", DAY.plusDays(6), 12, new BigDecimal("2.50")));
        assertThat(changed.state().isAgreed()).isTrue();
        PurchaseOrder later = OrderLife.after(changed, step(PurchaseState.CONFIRMED, 0, null));
        assertThat(later.quantity()).isEqualTo(12);
        assertThat(later.arrivalDay()).isEqualTo(DAY.plusDays(6));
    }

    @ParameterizedTest
    @EnumSource(PurchaseState.class)
    void everyStepThatMayNotFollowIsRefused(PurchaseState from) {
        PurchaseOrder order = PROPOSED.entered(from, NOON, "");
        for (PurchaseState to : PurchaseState.values()) {
            Set<PurchaseState> next = from.next();
            long units = to == PurchaseState.CHANGED ? 7 : 20;
            assertThat(OrderLife.objection(order, step(to, units, null)).isEmpty())
                    .as(from + " to " + to)
                    .isEqualTo(next.contains(to));
        }
    }

    @Test
    void refusesByMessage() {
        assertThat(OrderLife.objection(null, step(PurchaseState.APPROVED, 0, null)))
                .contains(
                        "The purchase order (PO-1) of supplier (East) is not known. Maybe its number is misspelt, or it ended long ago.");
        assertThat(OrderLife.objection(PROPOSED, step(PurchaseState.CONFIRMED, 0, null)))
                .contains(
                        "The step of purchase order (PO-1) from (proposed) to (confirmed) is not allowed. Maybe a step before it is missing: approved, changed, cancelled may follow.");
        assertThat(
                        OrderLife.objection(
                                PROPOSED.entered(PurchaseState.CANCELLED, NOON, ""),
                                step(PurchaseState.APPROVED, 0, null)))
                .contains(
                        "The step of purchase order (PO-1) from (cancelled) to (approved) is not allowed. Maybe the number is another order's: nothing may follow.");
        assertThat(OrderLife.objection(PROPOSED, step(PurchaseState.CHANGED, 20, null)))
                .contains(
                        "The change of purchase order (PO-1) changes nothing. Maybe its quantity or arrival day is missing.");
        assertThat(OrderLife.objection(PROPOSED, step(PurchaseState.CHANGED, 0, DAY.minusDays(1))))
                .contains(
                        "The arrival day (2026-03-01) of purchase order (PO-1) must not be before its order day (2026-03-02). Maybe the year is wrong.");
    }

    @Test
    void whatIsApprovedOrConfirmedIsTheOrderAsItStands() {
        PurchaseOrder approved = PROPOSED.entered(PurchaseState.APPROVED, NOON, "");
        assertThat(OrderLife.objection(PROPOSED, step(PurchaseState.APPROVED, 15, null)))
                .contains(
                        "The step (approved) of purchase order (PO-1) has 15 units on 2026-03-05, and the order 20 units on 2026-03-05. Maybe it is a change: send (changed).");
        assertThat(OrderLife.objection(approved, step(PurchaseState.CONFIRMED, 0, DAY.plusDays(5))))
                .contains(
                        "The step (confirmed) of purchase order (PO-1) has 20 units on 2026-03-07, and the order 20 units on 2026-03-05. Maybe it is a change: send (changed).");
        assertThat(
                        OrderLife.objection(
                                approved, step(PurchaseState.CONFIRMED, 20, DAY.plusDays(3))))
                .isEmpty();
    }

    @Test
    void approvesByValue() {
        assertThat(OrderLife.approved(PROPOSED, new BigDecimal("49.99"), NOON)).isEmpty();
        assertThat(OrderLife.approved(PROPOSED, new BigDecimal("50"), NOON))
                .hasValueSatisfying(
                        approved -> {
                            assertThat(approved.state()).isEqualTo(PurchaseState.APPROVED);
                            assertThat(approved.reason())
                                    .isEqualTo("its value (50.00) is at most 50");
                        });
    }

    @Test
    void takesProposalsBack() {
        assertThat(OrderLife.superseded(PROPOSED, "East-2026-03-02-r2", NOON).reason())
                .isEqualTo("planned again in East-2026-03-02-r2");
        assertThat(OrderLife.lapsed(PROPOSED, NOON))
                .satisfies(
                        lapsed -> {
                            assertThat(lapsed.state()).isEqualTo(PurchaseState.CANCELLED);
                            assertThat(lapsed.reason())
                                    .isEqualTo("nobody approved it by 2026-03-02");
                        });
    }

    private static PurchaseStep step(PurchaseState state, long quantity, LocalDate arrival) {
        return new PurchaseStep("s1", NOON, "erp", "PO-1", "East", state, quantity, arrival, "");
    }
}
