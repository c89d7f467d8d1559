package io.quartermaster.domain.replenishment;

/**
 * What a supplier can deliver of the orders of one day.
 *
 * @param name supplier, or supplier and brand
 * @param unitsPerDay units of all orders of a day, infinite for no limit
 */
public record CapacityPool(String name, double unitsPerDay) {
    public CapacityPool {
        if (!(unitsPerDay >= 0)) {
            throw new IllegalArgumentException(
                    "The capacity (%s) of (%s) must be 0 or more.".formatted(unitsPerDay, name));
        }
    }
}
