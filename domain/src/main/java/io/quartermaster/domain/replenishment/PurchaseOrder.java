package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.PurchaseState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An order to a supplier as it stands after a step of its life. A plan version proposes it exactly
 * once; each further step is a revision of it.
 *
 * @param purchaseOrder number of the order, a function of plan version, item and place
 * @param item the item
 * @param place where it shall arrive
 * @param supplier who delivers
 * @param brand the item's brand
 * @param orderDay day of the order
 * @param arrivalDay day of arrival
 * @param quantity units, above 0
 * @param unitCost money for one unit
 * @param state where it stands
 * @param planVersion the plan that proposed it
 * @param assumed whether figures come from the assumptions file
 * @param revision 1 as proposed, one more with each step
 * @param changedAt when it entered the state
 * @param reason why, empty of a proposal
 */
public record PurchaseOrder(
        String purchaseOrder,
        String item,
        String place,
        String supplier,
        String brand,
        LocalDate orderDay,
        LocalDate arrivalDay,
        long quantity,
        BigDecimal unitCost,
        PurchaseState state,
        String planVersion,
        boolean assumed,
        int revision,
        Instant changedAt,
        String reason) {

    /** Whether it is still to arrive. */
    public boolean awaited() {
        return state.isAwaited();
    }

    /** Money for all of its units. */
    public BigDecimal value() {
        return unitCost.multiply(BigDecimal.valueOf(quantity));
    }

    /** As a plan sees it while it is under way. */
    public OpenOrder open() {
        return new OpenOrder(purchaseOrder, arrivalDay, quantity, unitCost);
    }

    /** The next revision. */
    public PurchaseOrder entered(PurchaseState next, Instant at, String why) {
        return entered(next, quantity, arrivalDay, at, why);
    }

    PurchaseOrder entered(
            PurchaseState next, long units, LocalDate arrival, Instant at, String why) {
        return new PurchaseOrder(
                purchaseOrder,
                item,
                place,
                supplier,
                brand,
                orderDay,
                arrival,
                units,
                unitCost,
                next,
                planVersion,
                assumed,
                revision + 1,
                at,
                why);
    }
}
