package io.quartermaster.domain.satisfaction;

/** What is summed about one brand or seller; the ordinal is its place in a {@link DecayCounter}. */
public enum Evidence {
    ORDER_LINES,
    ORDERED_UNITS,
    RETURNED_UNITS,
    COMPLAINTS,
    /** Deliveries to customers that had a promise. */
    PROMISES,
    /** Those that came after it, or had not come when it passed. */
    LATE,
    RATINGS,
    /** Sum of (rating - 1) / 4. */
    RATING_POINTS,
    /** Units of orders that were to be delivered to customers. */
    DUE_UNITS,
    DELIVERED_UNITS,
    STOCK_READINGS,
    /** Readings of an empty stock. */
    STOCK_OUTS;

    /** Its place in arrays of one value each. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    public int index() {
        return ordinal();
    }
}
