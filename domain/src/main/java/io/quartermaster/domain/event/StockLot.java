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
 * @param units received, above 0
 * @param unitCost paid for one unit, 0 or more
 * @param currency ISO 4217 code
 * @param expiresOn last day it may be sold, null if it keeps
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
        LocalDate expiresOn)
        implements Event {}
