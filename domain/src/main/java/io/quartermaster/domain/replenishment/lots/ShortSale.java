package io.quartermaster.domain.replenishment.lots;

/**
 * Units that were sold before they were received; the next goods that arrive settle them.
 *
 * @param orderLine the order line
 * @param units still to be settled, above 0
 */
public record ShortSale(String orderLine, long units) {}
