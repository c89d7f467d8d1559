package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.OrderLine;

/**
 * What satisfaction asks of a signal beside what it tells of its brand.
 *
 * @param place that ships the item or has it in stock, empty if not known
 * @param complains what it complains of, empty if it does not
 * @param priceBurden of an order line, (freight - discount) / list price, 0 to 1
 * @param order facts of the order; null until they are joined
 */
public record Circumstances(String place, String complains, double priceBurden, OrderFacts order) {

    static final Circumstances NONE = at("");

    static Circumstances at(String place) {
        return new Circumstances(place, "", 0, null);
    }

    static Circumstances complaining(String complaint) {
        return new Circumstances("", complaint, 0, null);
    }

    static Circumstances of(OrderLine line) {
        OrderFacts facts =
                new OrderFacts(
                        line.item(), line.seller(), line.place(), line.region(), Long.MAX_VALUE);
        return new Circumstances(line.place(), "", priceBurden(line), facts);
    }

    private static double priceBurden(OrderLine line) {
        double listed = line.units() * line.unitPrice().add(line.discount()).doubleValue();
        double added = line.freight().doubleValue() - line.units() * line.discount().doubleValue();
        return listed > 0 ? Math.max(0, Math.min(1, added / listed)) : 0;
    }

    Circumstances with(OrderFacts known) {
        return new Circumstances(place, complains, priceBurden, known);
    }

    /**
     * The item whose category counts: the signal's own, else that of its order; empty if neither.
     */
    static String about(Signal signal) {
        OrderFacts facts = signal.more().order();
        return !signal.item().isEmpty() || facts == null ? signal.item() : facts.item();
    }

    /** The place of a signal's order; its own where it has no order; empty if not known. */
    static String placeOfOrder(Signal signal) {
        OrderFacts facts = signal.more().order();
        if (signal.order().isEmpty()) {
            return signal.more().place();
        }
        return facts == null ? "" : facts.place();
    }

    /** The customer's group, empty if not known. */
    String group() {
        return order == null ? "" : order.group();
    }

    /** When it was ordered, epoch milliseconds; {@link Long#MAX_VALUE} if not known. */
    long orderedMillis() {
        return order == null ? Long.MAX_VALUE : order.orderedMillis();
    }
}
