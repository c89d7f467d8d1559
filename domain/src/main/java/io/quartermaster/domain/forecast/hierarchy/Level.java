package io.quartermaster.domain.forecast.hierarchy;

import java.util.Locale;

/** What forecasts are totalled by; the series themselves last. */
public enum Level {
    TOTAL,
    CATEGORY,
    BRAND,
    PLACE,
    /** An item over its places; only where there are two or more. */
    ITEM,
    /** An item at a place. */
    SERIES;

    /** Name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
