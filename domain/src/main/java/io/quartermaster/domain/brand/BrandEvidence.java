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
    /** Views of its items and searches for it. */
    ATTENTION,
    /** Deliveries by its supplier. */
    SUPPLIES,
    SUPPLIED_DUE_UNITS,
    /** Units that came by the promised time. */
    SUPPLIED_ON_TIME_UNITS;

    /** Its place in arrays of one value each. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    public int index() {
        return ordinal();
    }
}
