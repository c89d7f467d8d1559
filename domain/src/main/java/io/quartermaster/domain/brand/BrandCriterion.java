package io.quartermaster.domain.brand;

import java.util.Locale;

/** The criteria of the default hierarchy, in the order in which their parts stand in a score. */
public enum BrandCriterion {
    AWARENESS,
    MARKET_POTENTIAL,
    INNOVATION,
    SUPPLY_CAPABILITY,
    QUALITY,
    WILLINGNESS,
    SATISFACTION;

    /** Lower-case name, as in the column {@code part_<criterion>} and in expert judgements. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place in arrays of one value each. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    public int index() {
        return ordinal();
    }
}
