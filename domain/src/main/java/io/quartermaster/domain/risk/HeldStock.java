package io.quartermaster.domain.risk;

import java.math.BigDecimal;

/**
 * Stock of an item at a place.
 *
 * @param item the item
 * @param supplier who delivers it
 * @param units on hand, 0 or more
 * @param unitCost catalogue cost of one unit
 */
public record HeldStock(String item, String supplier, long units, BigDecimal unitCost) {}
