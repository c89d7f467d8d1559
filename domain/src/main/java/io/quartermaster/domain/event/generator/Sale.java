package io.quartermaster.domain.event.generator;

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
        return "line-%s-%d-%03d-%02d".formatted(sku.item(), place + 1, day, number);
    }

    /** The order that the line belongs to: one a customer, day and place. */
    String order() {
        return customer < 0
                ? "order-" + id()
                : "order-%03d-%d-%s".formatted(day, place + 1, customerName());
    }

    String customerName() {
        return customer < 0 ? "" : Customers.name(customer);
    }
}
