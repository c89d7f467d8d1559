package io.quartermaster.domain.satisfaction;

import java.util.Locale;

/** The indicators of satisfaction, in the order in which their parts stand in a score. */
public enum SatisfactionIndicator {
    RETURNS,
    COMPLAINTS,
    PUNCTUALITY,
    RATING,
    FILL_RATE;

    /** Lower-case name, as in the column {@code part_<indicator>}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place in arrays of one value each. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    public int index() {
        return ordinal();
    }
}
