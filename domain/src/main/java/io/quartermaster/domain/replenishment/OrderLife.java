package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.PurchaseStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** How orders go from state to state: by steps told from outside, by rule, and by later plans. */
public final class OrderLife {

    /** Name of the rule that keeps out a step which cannot be taken. */
    public static final String RULE = "order_life";

    private OrderLife() {}

    /**
     * Why a step cannot be taken, empty if it can.
     *
     * @param known the order as it stands, null if no order of its number is known
     */
    public static Optional<String> objection(PurchaseOrder known, PurchaseStep step) {
        if (known == null) {
            return Optional.of(
                    "The purchase order (%s) of supplier (%s) is not known. Maybe its number is misspelt, or it ended long ago."
                            .formatted(step.purchaseOrder(), step.supplier()));
        }
        if (!known.state().next().contains(step.state())) {
            return Optional.of(notAllowed(known, step));
        }
        if (step.state() == PurchaseState.CHANGED && isAsBefore(known, step)) {
            return Optional.of(
                    "The change of purchase order (%s) changes nothing. Maybe its quantity or arrival day is missing."
                            .formatted(step.purchaseOrder()));
        }
        boolean agrees =
                step.state() == PurchaseState.APPROVED || step.state() == PurchaseState.CONFIRMED;
        if (agrees && !isAsBefore(known, step)) {
            return Optional.of(otherTerms(known, step));
        }
        if (step.arrivalDay() != null && step.arrivalDay().isBefore(known.orderDay())) {
            return Optional.of(
                    "The arrival day (%s) of purchase order (%s) must not be before its order day (%s). Maybe the year is wrong."
                            .formatted(step.arrivalDay(), step.purchaseOrder(), known.orderDay()));
        }
        return Optional.empty();
    }

    private static String notAllowed(PurchaseOrder known, PurchaseStep step) {
        String remedy =
                known.state().next().isEmpty()
                        ? "Maybe the number is another order's: nothing may follow."
                        : "Maybe a step before it is missing: %s may follow."
                                .formatted(
                                        known.state().next().stream()
                                                .map(PurchaseState::label)
                                                .collect(Collectors.joining(", ")));
        return "The step of purchase order (%s) from (%s) to (%s) is not allowed. %s"
                .formatted(
                        step.purchaseOrder(), known.state().label(), step.state().label(), remedy);
    }

    private static String otherTerms(PurchaseOrder known, PurchaseStep step) {
        return "The step (%s) of purchase order (%s) has %d units on %s, and the order %d units on %s. Maybe it is a change: send (%s)."
                .formatted(
                        step.state().label(),
                        step.purchaseOrder(),
                        quantity(known, step),
                        arrivalDay(known, step),
                        known.quantity(),
                        known.arrivalDay(),
                        PurchaseState.CHANGED.label());
    }

    private static boolean isAsBefore(PurchaseOrder known, PurchaseStep step) {
        return quantity(known, step) == known.quantity()
                && arrivalDay(known, step).equals(known.arrivalDay());
    }

    private static long quantity(PurchaseOrder known, PurchaseStep step) {
        return step.quantity() == 0 ? known.quantity() : step.quantity();
    }

    private static LocalDate arrivalDay(PurchaseOrder known, PurchaseStep step) {
        return step.arrivalDay() == null ? known.arrivalDay() : step.arrivalDay();
    }

    /** The order after a step that may be taken. */
    public static PurchaseOrder after(PurchaseOrder known, PurchaseStep step) {
        return known.entered(
                step.state(),
                quantity(known, step),
                arrivalDay(known, step),
                step.time(),
                step.note().isEmpty() ? "told by " + step.source() : step.note());
    }

    /** A proposal whose value the rule allows, approved; empty where somebody has to say so. */
    public static Optional<PurchaseOrder> approved(
            PurchaseOrder proposed, BigDecimal mostValue, Instant at) {
        return proposed.value().compareTo(mostValue) > 0
                ? Optional.empty()
                : Optional.of(
                        proposed.entered(
                                PurchaseState.APPROVED,
                                at,
                                "its value (%s) is at most %s"
                                        .formatted(
                                                proposed.value().toPlainString(),
                                                mostValue.toPlainString())));
    }

    /** An order whose lot has come, with the units of the lot. */
    public static PurchaseOrder delivered(PurchaseOrder known, long units, Instant at) {
        return known.entered(
                PurchaseState.RECEIVED, units, known.arrivalDay(), at, "its lot has come");
    }

    /** A proposal that a later plan takes back. */
    public static PurchaseOrder superseded(PurchaseOrder proposed, String planVersion, Instant at) {
        return proposed.entered(PurchaseState.CANCELLED, at, "planned again in " + planVersion);
    }

    /** A proposal whose day has passed before anybody approved it. */
    public static PurchaseOrder lapsed(PurchaseOrder proposed, Instant at) {
        return proposed.entered(
                PurchaseState.CANCELLED, at, "nobody approved it by " + proposed.orderDay());
    }
}
