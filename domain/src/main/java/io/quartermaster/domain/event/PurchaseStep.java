package io.quartermaster.domain.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An order to a supplier enters a state of its life.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param purchaseOrder number of the order, as the plan gave it
 * @param supplier who delivers
 * @param state the state it enters
 * @param quantity units ordered or received from now on; 0 for as many as before
 * @param arrivalDay day of arrival from now on; null for the same as before
 * @param note why, empty if not said
 */
public record PurchaseStep(
        String id,
        Instant time,
        String source,
        String purchaseOrder,
        String supplier,
        PurchaseState state,
        long quantity,
        LocalDate arrivalDay,
        String note)
        implements Event {}
