package io.quartermaster.domain.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is left of a lot in stock.
 *
 * @param lot number of the lot
 * @param receivedOn day it was received
 * @param units left of it, above 0
 * @param unitCost paid for one unit
 * @param expiresOn last day it may be sold, null if it keeps
 */
public record StockedLot(
        String lot, LocalDate receivedOn, long units, BigDecimal unitCost, LocalDate expiresOn) {

    /** A lot that keeps. */
    public StockedLot(String lot, LocalDate receivedOn, long units, BigDecimal unitCost) {
        this(lot, receivedOn, units, unitCost, null);
    }
}
