package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * Units on hand at one place.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param item the item
 * @param place where it lies
 * @param onHand units on hand, 0 or more
 */
public record StockLevel(
        String id, Instant time, String source, String item, String place, long onHand)
        implements Event {}
