package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Goods that came back, or a cancelled order line.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param order the order they belong to (a cancellation: the order it cancels, if matched)
 * @param item the item returned
 * @param place the place that takes it back
 * @param customer token of the customer, empty if not known
 * @param seller who sold it, empty if not known
 * @param units returned, above 0
 * @param unitPrice refunded for one unit, 0 or more
 * @param currency ISO 4217 code
 * @param reason in the customer's or the clerk's words, empty if not known
 * @param cancellation whether the order was cancelled rather than the goods sent back
 * @param matchedOrder id of the order line that it takes back, empty if none was found
 * @param orderedAt time of that order line, null if none was found
 * @param repaired what cleaning repaired, empty if nothing
 */
public record ReturnLine(
        String id,
        Instant time,
        String source,
        String order,
        String item,
        String place,
        String customer,
        String seller,
        long units,
        BigDecimal unitPrice,
        String currency,
        String reason,
        boolean cancellation,
        String matchedOrder,
        Instant orderedAt,
        String repaired)
        implements Event {

    /** A return as its source reports it, before cleaning looks for its order. */
    public ReturnLine(
            String id,
            Instant time,
            String source,
            String order,
            String item,
            String place,
            String customer,
            String seller,
            long units,
            BigDecimal unitPrice,
            String currency,
            String reason,
            boolean cancellation,
            String matchedOrder) {
        this(
                id,
                time,
                source,
                order,
                item,
                place,
                customer,
                seller,
                units,
                unitPrice,
                currency,
                reason,
                cancellation,
                matchedOrder,
                null,
                "");
    }

    /** The same return with the order line that it takes back. */
    public ReturnLine takingBack(String takenOrder, String orderLine, Instant orderTime) {
        return new ReturnLine(
                id,
                time,
                source,
                takenOrder,
                item,
                place,
                customer,
                seller,
                units,
                unitPrice,
                currency,
                reason,
                cancellation,
                orderLine,
                orderTime,
                repaired);
    }
}
