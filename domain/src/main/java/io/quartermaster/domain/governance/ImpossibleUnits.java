package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import java.util.Optional;

/**
 * Quantities that goods do not have. An order line with negative units is a stock write-off booked
 * as a sale; a cancellation is a return with positive units and passes.
 */
final class ImpossibleUnits implements Rule {

    @Override
    public String name() {
        return "impossible_units";
    }

    @Override
    public Optional<String> objection(Event event) {
        if (event instanceof OrderLine line) {
            return positive("units", line.units(), line.item());
        }
        if (event instanceof ReturnLine line) {
            return positive("units", line.units(), line.item());
        }
        if (event instanceof StockLevel level) {
            return notNegative("units on hand", level.onHand(), level.item());
        }
        if (event instanceof StockLot lot) {
            return lot.version() > 1
                    ? notNegative("units", lot.units(), lot.item())
                    : positive("units", lot.units(), lot.item());
        }
        if (event instanceof Delivery delivery) {
            return positive("ordered units", delivery.orderedUnits(), delivery.item())
                    .or(() -> delivered(delivery));
        }
        if (event instanceof PurchaseStep step) {
            return step.quantity() >= 0
                    ? Optional.empty()
                    : Optional.of(
                            "The quantity (%d) of purchase order (%s) must not be negative."
                                    .formatted(step.quantity(), step.purchaseOrder()));
        }
        return Optional.empty();
    }

    private static Optional<String> delivered(Delivery delivery) {
        return notNegative("delivered units", delivery.deliveredUnits(), delivery.item());
    }

    private static Optional<String> positive(String what, long units, String item) {
        return units > 0
                ? Optional.empty()
                : Optional.of(
                        "The " + what + " (" + units + ") of item (" + item + ") must be above 0.");
    }

    private static Optional<String> notNegative(String what, long units, String item) {
        return units >= 0
                ? Optional.empty()
                : Optional.of(
                        "The "
                                + what
                                + " ("
                                + units
                                + ") of item ("
                                + item
                                + ") must not be negative.");
    }
}
