package io.quartermaster.domain.brand;

/**
 * What is summed about a brand; the ordinal is its place in a {@link
 * io.quartermaster.domain.satisfaction.DecayCounter}.
 */
public enum BrandEvidence {
    ORDER_LINES,
    UNITS,
    RETURNED_UNITS,
    COMPLAINTS,
    RATINGS,
    /** Sum of (rating - 1) / 4. */
    RATING_POINTS,
    /** Views of its items. */
    VIEWS,
    /** Searches for it by name. */
    SEARCHES,
    /** Customers who viewed or searched for it; one counts again a month later. */
    REACHED,
    /** Deliveries by its supplier that came, or whose promise has passed. */
    SUPPLIES,
    SUPPLIED_DUE_UNITS,
    /** Units that came, late or not. */
    SUPPLIED_UNITS,
    /** Units that came by the promised time. */
    SUPPLIED_ON_TIME_UNITS,
    /** Deliveries that came. */
    ARRIVALS,
    /** Sum of days from promise to arrival, negative when early. */
    DELAY_DAYS,
    /** Sum of their squares. */
    DELAY_SQUARES;

    /** Its place in arrays of one value each. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    public int index() {
        return ordinal();
    }
}
