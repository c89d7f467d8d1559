package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Padded;

/**
 * One line sold.
 *
 * @param sku the item
 * @param place number of the place
 * @param day day of the sale
 * @param number of the line among the item's lines of that day and place, from 1
 * @param customer number of the customer, -1 if not known
 * @param units sold
 */
record Sale(SkuProfile sku, int place, int day, int number, int customer, int units) {

    String id() {
        return sku.id("line", place, day) + "-" + Padded.of(number, 2);
    }

    /** The order that the line belongs to: one a customer, day and place. */
    String order() {
        return customer < 0
                ? "order-" + id()
                : "order-" + Padded.of(day, 3) + "-" + (place + 1) + "-" + customerName();
    }

    String customerName() {
        return customer < 0 ? "" : Customers.name(customer);
    }
}
