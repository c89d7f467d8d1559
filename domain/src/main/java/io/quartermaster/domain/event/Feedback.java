package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * What a customer said of an order or item.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param order the order it is about
 * @param item the item, empty if the whole order
 * @param seller who sold it, empty if not known
 * @param customer token of the customer, empty if not known
 * @param rating 1 to 5, 0 if none was given
 * @param complaint kind of complaint (quality, delivery, service, price), empty if none
 * @param text the customer's words, personal fields masked, empty if none
 */
public record Feedback(
        String id,
        Instant time,
        String source,
        String order,
        String item,
        String seller,
        String customer,
        int rating,
        String complaint,
        String text)
        implements Event {}
