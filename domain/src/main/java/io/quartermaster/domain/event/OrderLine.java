package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One line of a customer's order.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param order the order it belongs to
 * @param item the item ordered
 * @param place the place that ships it
 * @param customer token of the customer, empty if not known
 * @param seller who sells it, empty if not known
 * @param region where the customer is, for example a country, empty if not known
 * @param units ordered, above 0
 * @param unitPrice price paid for one unit, above 0
 * @param discount part of the list price taken off for one unit, 0 or more
 * @param freight charged for the line, 0 or more
 * @param currency ISO 4217 code
 * @param promotion whether the item was on promotion
 * @param repaired what cleaning repaired, empty if nothing
 */
public record OrderLine(
        String id,
        Instant time,
        String source,
        String order,
        String item,
        String place,
        String customer,
        String seller,
        String region,
        long units,
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal freight,
        String currency,
        boolean promotion,
        String repaired)
        implements Event {}
