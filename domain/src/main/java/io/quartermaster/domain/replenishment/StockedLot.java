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
 */
public record StockedLot(String lot, LocalDate receivedOn, long units, BigDecimal unitCost) {}
