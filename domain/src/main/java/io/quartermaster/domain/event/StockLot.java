package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A lot received into stock.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param item the item
 * @param place where it lies
 * @param lot number of the lot
 * @param units received, above 0; 0 in a further version takes the lot back
 * @param unitCost paid for one unit, 0 or more
 * @param currency ISO 4217 code
 * @param expiresOn last day it may be sold, null if it keeps
 * @param version number of the version, 1 or more; a higher one corrects the lot
 */
public record StockLot(
        String id,
        Instant time,
        String source,
        String item,
        String place,
        String lot,
        long units,
        BigDecimal unitCost,
        String currency,
        LocalDate expiresOn,
        int version)
        implements Event {

    /** A lot whose older form leaves its version unsaid is the first. */
    public StockLot {
        version = version == 0 ? 1 : version;
    }
}
