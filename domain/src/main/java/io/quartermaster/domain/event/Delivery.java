package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * How one delivery went.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param direction from a supplier, or to a customer
 * @param order the order delivered
 * @param item the item, empty if the whole order
 * @param place the place it leaves or reaches
 * @param seller seller or supplier who is responsible, empty if not known
 * @param customer token of the customer, empty if inbound or not known
 * @param orderedUnits units that were ordered, above 0
 * @param deliveredUnits units that arrived, 0 or more
 * @param promisedAt when it was promised, null if nothing was promised
 * @param deliveredAt when it arrived, null if it has not
 */
public record Delivery(
        String id,
        Instant time,
        String source,
        DeliveryDirection direction,
        String order,
        String item,
        String place,
        String seller,
        String customer,
        long orderedUnits,
        long deliveredUnits,
        Instant promisedAt,
        Instant deliveredAt)
        implements Event {}
