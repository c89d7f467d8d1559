package io.quartermaster.domain.replenishment;

import java.time.LocalDate;
import java.util.Set;

/**
 * An order to a supplier, proposed exactly once per plan version.
 *
 * @param purchaseOrder number of the order, a function of plan version, item and place
 * @param item the item
 * @param place where it shall arrive
 * @param supplier who delivers
 * @param brand the item's brand
 * @param orderDay day of the order
 * @param arrivalDay day of arrival
 * @param quantity units, above 0
 * @param state proposed, approved, confirmed, received or cancelled
 * @param planVersion the plan that proposed it
 * @param assumed whether figures come from the assumptions file
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
        String state,
        String planVersion,
        boolean assumed) {

    /** A plan proposes it, and nobody has said more. */
    public static final String PROPOSED = "proposed";

    private static final Set<String> OPEN = Set.of(PROPOSED, "approved", "confirmed");

    /** Whether it is still to arrive. */
    public boolean awaited() {
        return OPEN.contains(state);
    }
}
