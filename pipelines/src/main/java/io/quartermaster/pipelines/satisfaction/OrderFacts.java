package io.quartermaster.pipelines.satisfaction;

/**
 * What an order's first line tells of all that follows from it.
 *
 * @param item of the line
 * @param seller who sold it, empty if not known
 * @param place that ships it
 * @param group of customers: their region, empty if not known
 * @param orderedMillis epoch milliseconds, {@link Long#MAX_VALUE} until they are kept
 */
public record OrderFacts(
        String item, String seller, String place, String group, long orderedMillis) {

    /**
     * Whether these are facts of a signal: a source that does not ascribe it to the order's seller
     * does not want it counted, so it is not ascribed to place and customers either.
     */
    boolean fit(Signal signal) {
        return seller.isEmpty() || !signal.seller().isEmpty();
    }

    OrderFacts orderedAt(long millis) {
        return new OrderFacts(item, seller, place, group, millis);
    }
}
