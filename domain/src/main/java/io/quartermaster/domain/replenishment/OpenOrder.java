package io.quartermaster.domain.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Units ordered and not yet received.
 *
 * @param purchaseOrder number of the order
 * @param arrivalDay day of arrival
 * @param units ordered, above 0
 * @param unitCost agreed for one unit
 */
public record OpenOrder(
        String purchaseOrder, LocalDate arrivalDay, long units, BigDecimal unitCost) {}
