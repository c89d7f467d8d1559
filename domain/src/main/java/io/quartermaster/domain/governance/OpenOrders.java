package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.ReturnLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One customer's order lines of one item that may still be taken back, and the search for the one
 * that a return takes back. The latest earlier line wins, first among those of the order that the
 * return names, then among those of exactly as many units, then among those with enough units left
 * (part of an order comes back). Ties are broken by id.
 *
 * @param orders the lines
 */
public record OpenOrders(OpenOrder[] orders) {

    /** None. */
    public static final OpenOrders EMPTY = new OpenOrders(new OpenOrder[0]);

    private static final Comparator<OpenOrder> LATEST =
            Comparator.comparing(OpenOrder::time).thenComparing(OpenOrder::id);

    /** These and one more. */
    public OpenOrders plus(OpenOrder order) {
        OpenOrder[] more = Arrays.copyOf(orders, orders.length + 1);
        more[orders.length] = order;
        return new OpenOrders(more);
    }

    /** The line that the return takes back, empty if there is none. */
    public Optional<OpenOrder> match(ReturnLine line) {
        Predicate<OpenOrder> possible =
                order -> order.openUnits() >= line.units() && !order.time().isAfter(line.time());
        return latest(possible.and(order -> order.order().equals(line.order())))
                .or(() -> latest(possible.and(order -> order.orderedUnits() == line.units())))
                .or(() -> latest(possible));
    }

    /** What stays open when units of a line are taken back. */
    public OpenOrders without(OpenOrder order, long units) {
        return new OpenOrders(
                Arrays.stream(orders)
                        .map(open -> open.id().equals(order.id()) ? open.less(units) : open)
                        .filter(open -> open.openUnits() > 0)
                        .toArray(OpenOrder[]::new));
    }

    /** Those placed at or after a time. */
    public OpenOrders since(Instant time) {
        boolean allLater = Arrays.stream(orders).noneMatch(order -> order.time().isBefore(time));
        return allLater
                ? this
                : new OpenOrders(
                        Arrays.stream(orders)
                                .filter(order -> !order.time().isBefore(time))
                                .toArray(OpenOrder[]::new));
    }

    /** Whether nothing may be taken back. */
    public boolean isEmpty() {
        return orders.length == 0;
    }

    private Optional<OpenOrder> latest(Predicate<OpenOrder> condition) {
        return Arrays.stream(orders).filter(condition).max(LATEST);
    }
}
