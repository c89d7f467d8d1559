package io.quartermaster.domain.satisfaction;

/** What is summed about one entity; the ordinal is its place in a {@link DecayCounter}. */
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
    STOCK_OUTS,
    /** Complaints of quality. */
    QUALITY_COMPLAINTS,
    /** Complaints of service. */
    SERVICE_COMPLAINTS,
    /** Sum over order lines of (freight - discount) / list price, 0 to 1 each. */
    PRICE_BURDEN,
    /** Deliveries that came and whose order is known. */
    DELIVERIES,
    /** Sum over these of the share of the promised time that they took, at most 1 each. */
    SLOWNESS;

    /** How many there are. */
    public static final int COUNT = values().length;

    /** Its place in arrays of one value each. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    public int index() {
        return ordinal();
    }
}
